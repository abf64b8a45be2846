/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Limits on parts of the charter capital. */
#include "capital/limit.h"

#include "base/i18n.h"
#include "capital/event-private.h"
#include "capital/law.h"
#include "capital/timeline.h"
#include "members/member.h"
#include "members/membership.h"

static const char *const words[SHEAF_CAPITAL_LIMITS] = {
  [SHEAF_CAPITAL_LIMIT_MEMBER] = "member",
  [SHEAF_CAPITAL_LIMIT_ASSOCIATES] = "associates",
  [SHEAF_CAPITAL_LIMIT_FOREIGN] = "foreign",
  [SHEAF_CAPITAL_LIMIT_FOREIGN_HEADS] = "foreign-heads",
  [SHEAF_CAPITAL_LIMIT_MINIMUM] = "minimum",
};

const char *
sheaf_capital_limit_to_word (SheafCapitalLimit limit)
{
  g_return_val_if_fail (limit < SHEAF_CAPITAL_LIMITS, "");
  return words[limit];
}

static void
breach_free (gpointer data)
{
  SheafCapitalBreach *breach = data;

  g_free (breach->code);
  g_free (breach->text);
  g_free (breach);
}

/* The sums that are judged. */
typedef struct
{
  const SheafCapitalLaw *law;
  SheafMoney             charter;
  GPtrArray             *breaches;
  SheafCapitalBalance    associates;
  SheafCapitalBalance    foreign;
  guint                  foreign_heads; /* who contributes */
  guint                  foreign_official;
  guint                  official_heads;
} Judgement;

/* The sentence of what all concerned hold together. */
static char *
word_together (const SheafCapitalBreach *breach,
               const char               *ceiling,
               const char               *article)
{
  if (breach->limit == SHEAF_CAPITAL_LIMIT_ASSOCIATES)
    return g_strdup_printf (
        _ ("the contributing associate members together hold %s"
           " of %s"
           " charter capital, above %s %% (Art. %s): refund the excess, let official members "
           "contribute more, or admit new ones (Art. 78.4)"),
        sheaf_money_word (breach->committed).text, sheaf_money_word (breach->charter).text, ceiling,
        article);
  if (breach->limit == SHEAF_CAPITAL_LIMIT_FOREIGN)
    return g_strdup_printf (
        _ ("the foreign members together hold %s of %s"
           " charter capital, above %s %% (Art. %s): refund the excess, let others contribute "
           "more, or admit new members (Art. 78.4)"),
        sheaf_money_word (breach->committed).text, sheaf_money_word (breach->charter).text, ceiling,
        article);
  return g_strdup_printf (
      _ ("%u foreign members stand beside %u official members, not below %s %% of their number "
         "(Art. %s): admit more official members, or let foreign ones leave"),
      breach->heads, breach->of_heads, ceiling, article);
}

static char *
word_breach (const SheafCapitalBreach *breach,
             const SheafCapitalLaw    *law)
{
  const char      *article = law->ceilings[breach->limit].article;
  g_autofree char *ceiling = sheaf_rate_to_text (SHEAF_RATE (breach->rate.millionths * 100));

  switch (breach->limit)
    {
    case SHEAF_CAPITAL_LIMIT_MEMBER:
      return g_strdup_printf (
          _ ("%s holds %s of %s"
             " charter capital, above %s %% (Art. %s): refund the excess, let others contribute "
             "more, or admit new members (Art. 78.4)"),
          breach->code, sheaf_money_word (breach->committed).text,
          sheaf_money_word (breach->charter).text, ceiling, article);
    case SHEAF_CAPITAL_LIMIT_MINIMUM:
      return g_strdup_printf (_ ("%s contributes %s"
                                 ", less than the charter’s minimum of %s"
                                 ": enter a further commitment, or correct the setting "
                                 "capital-minimum"),
                              breach->code, sheaf_money_word (breach->committed).text,
                              sheaf_money_word (breach->minimum).text);
    default:
      return word_together (breach, ceiling, article);
    }
}

static SheafCapitalBreach *
new_breach (const Judgement           *judgement,
            SheafCapitalLimit          limit,
            const SheafMember         *member,
            const SheafCapitalBalance *held)
{
  SheafCapitalBreach *breach = g_new0 (SheafCapitalBreach, 1);

  breach->limit = limit;
  breach->party_id = member == NULL ? 0 : member->party_id;
  breach->code = member == NULL ? NULL : g_strdup (member->code);
  breach->committed = held->committed;
  breach->paid = held->paid;
  breach->charter = judgement->charter;
  breach->rate = judgement->law->ceilings[limit].rate;
  return breach;
}

static void
take_breach (const Judgement    *judgement,
             SheafCapitalBreach *breach)
{
  breach->text = word_breach (breach, judgement->law);
  g_ptr_array_add (judgement->breaches, breach);
}

/* What one or all together hold, against a part of the charter capital. */
static void
judge (const Judgement           *judgement,
       SheafCapitalLimit          limit,
       const SheafMember         *member,
       const SheafCapitalBalance *held)
{
  const SheafCapitalCeiling *ceiling = &judgement->law->ceilings[limit];

  if (ceiling->known && (SheafWide) held->committed.units * 1000000 >
                            (SheafWide) judgement->charter.units * ceiling->rate.millionths)
    take_breach (judgement, new_breach (judgement, limit, member, held));
}

static void
judge_minimum (const Judgement           *judgement,
               const SheafMember         *member,
               const SheafCapitalBalance *held)
{
  SheafCapitalBreach *breach;

  if (sheaf_money_cmp (held->committed, judgement->law->minimum) >= 0)
    return;
  breach = new_breach (judgement, SHEAF_CAPITAL_LIMIT_MINIMUM, member, held);
  breach->minimum = judgement->law->minimum;
  take_breach (judgement, breach);
}

/* Fewer than the part, so the part itself is too many. */
static void
judge_heads (const Judgement *judgement)
{
  const SheafCapitalLimit    limit = SHEAF_CAPITAL_LIMIT_FOREIGN_HEADS;
  const SheafCapitalCeiling *ceiling = &judgement->law->ceilings[limit];
  const SheafCapitalBalance  none = { SHEAF_MONEY_ZERO, SHEAF_MONEY_ZERO };
  SheafCapitalBreach        *breach;

  if (!ceiling->known || judgement->foreign_heads == 0 ||
      (gint64) judgement->foreign_heads * 1000000 <
          (gint64) judgement->official_heads * ceiling->rate.millionths)
    return;
  breach = new_breach (judgement, limit, NULL, &none);
  breach->heads = judgement->foreign_heads;
  breach->official_heads = judgement->foreign_official;
  breach->of_heads = judgement->official_heads;
  take_breach (judgement, breach);
}

static void
add_balance (SheafCapitalBalance       *sum,
             const SheafCapitalBalance *more)
{
  sum->committed = sheaf_money_add (sum->committed, more->committed);
  sum->paid = sheaf_money_add (sum->paid, more->paid);
}

/* Foreigners count by head as official and contributing members: one who contributes nothing is no
 * investor. */
static void
judge_member (Judgement                 *judgement,
              const SheafMember         *member,
              SheafMemberKind            kind,
              const SheafCapitalBalance *held)
{
  gboolean foreign = sheaf_capital_is_foreign (judgement->law, member);

  if (kind == SHEAF_MEMBER_NONE)
    return;
  if (foreign)
    add_balance (&judgement->foreign, held);
  if (kind == SHEAF_MEMBER_NON_CONTRIBUTING)
    return;
  judgement->foreign_heads += foreign;
  judge_minimum (judgement, member, held);
  if (kind == SHEAF_MEMBER_CONTRIBUTING)
    add_balance (&judgement->associates, held);
  else
    {
      judgement->official_heads++;
      judgement->foreign_official += foreign;
      judge (judgement, SHEAF_CAPITAL_LIMIT_MEMBER, member, held);
    }
}

static gboolean
judge_all (SheafBook       *book,
           Judgement       *judgement,
           const GPtrArray *members,
           const GPtrArray *events,
           SheafDate        on,
           GError         **error)
{
  g_autoptr (GHashTable) persons = sheaf_capital_by_person (events);
  g_autoptr (GHashTable) spans = sheaf_member_spans_all (book, error);

  if (spans == NULL)
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    {
      const SheafMember  *member = g_ptr_array_index (members, i);
      const GPtrArray    *own = g_hash_table_lookup (persons, &member->party_id);
      SheafCapitalBalance held = sheaf_capital_sum (own, member->party_id, on);
      SheafMemberState    state;

      state = sheaf_member_spans_on (g_hash_table_lookup (spans, &member->party_id), on);
      judge_member (judgement, member, state.kind, &held);
    }
  judge (judgement, SHEAF_CAPITAL_LIMIT_ASSOCIATES, NULL, &judgement->associates);
  judge (judgement, SHEAF_CAPITAL_LIMIT_FOREIGN, NULL, &judgement->foreign);
  judge_heads (judgement);
  return TRUE;
}

GPtrArray *
sheaf_capital_breaches_of (SheafBook       *book,
                           const GPtrArray *events,
                           SheafDate        on,
                           GError         **error)
{
  g_autoptr (GPtrArray) breaches = g_ptr_array_new_with_free_func (breach_free);
  g_autoptr (GPtrArray) members = sheaf_member_list (book, error);
  g_autoptr (SheafCapitalLaw) law = members == NULL ? NULL
                                                    : sheaf_capital_law_load (book, on, error);
  Judgement judgement = { .law = law, .breaches = breaches };

  judgement.charter = sheaf_capital_sum_all (events, on).committed;
  if (law == NULL || !judge_all (book, &judgement, members, events, on, error))
    return NULL;
  return g_steal_pointer (&breaches);
}

GPtrArray *
sheaf_capital_breaches (SheafBook *book,
                        SheafDate  on,
                        GError   **error)
{
  g_autoptr (GPtrArray) events = sheaf_capital_list_until (book, on, error);

  return events == NULL ? NULL : sheaf_capital_breaches_of (book, events, on, error);
}
