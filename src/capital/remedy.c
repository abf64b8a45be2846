/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The least that ends a breach, worked out in whole đồng. */
#include "capital/remedy.h"

#include "base/i18n.h"
#include "capital/event.h"
#include "capital/law.h"
#include "capital/timeline.h"
#include "members/member.h"
#include "members/membership.h"

#define WHOLE 1000000 /* a rate of 1 in millionths */

static const char *const words[] = { "refund", "raise", "admit" };

const char *
sheaf_capital_remedy_to_word (SheafCapitalRemedyKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (words), "");
  return words[kind];
}

static void
remedy_free (gpointer data)
{
  g_free (((SheafCapitalRemedy *) data)->text);
  g_free (data);
}

static SheafWide
divide_up (SheafWide number,
           SheafWide by)
{
  return (number + by - 1) / by;
}

/* x with (held − x) ≤ rate × (charter − x), the smallest one. */
static SheafMoney
find_excess (const SheafCapitalBreach *breach)
{
  SheafWide above = (SheafWide) breach->committed.units * WHOLE -
                    (SheafWide) breach->charter.units * breach->rate.millionths;

  return SHEAF_MONEY ((gint64) divide_up (above, WHOLE - breach->rate.millionths));
}

/* y with held ≤ rate × (charter + y), the smallest one; FALSE when no amount does. */
static gboolean
find_missing (const SheafCapitalBreach *breach,
              SheafMoney               *ret_amount)
{
  SheafWide missing;

  if (breach->rate.millionths <= 0)
    return FALSE;
  missing = divide_up ((SheafWide) breach->committed.units * WHOLE, breach->rate.millionths) -
            breach->charter.units;
  *ret_amount = SHEAF_MONEY ((gint64) missing);
  return missing > 0 && missing + breach->charter.units <= SHEAF_MONEY_MAX;
}

/* What one official member may hold of a charter capital; all of it where the law sets no limit. */
static SheafMoney
find_most (const SheafCapitalLaw *law,
           SheafMoney             charter)
{
  const SheafCapitalCeiling *ceiling = &law->ceilings[SHEAF_CAPITAL_LIMIT_MEMBER];

  return !ceiling->known ? charter
                         : sheaf_money_mul_div (charter, ceiling->rate.millionths, WHOLE,
                                                SHEAF_ROUND_DOWN);
}

/* What the other official members of the country may still add when the charter capital grows to
 * most's whole: those who are in nobody's way. */
static gboolean
find_room (SheafBook                *book,
           SheafDate                 on,
           const SheafCapitalLaw    *law,
           const SheafCapitalBreach *breach,
           SheafMoney                most,
           SheafWide                *ret_room,
           GError                  **error)
{
  g_autoptr (GPtrArray) members = sheaf_member_list (book, error);
  g_autoptr (GPtrArray) events = members == NULL ? NULL : sheaf_capital_list (book, 0, error);
  g_autoptr (GHashTable) spans = events == NULL ? NULL : sheaf_member_spans_all (book, error);
  g_autoptr (GHashTable) persons = NULL;

  if (spans == NULL)
    return FALSE;
  persons = sheaf_capital_by_person (events);
  *ret_room = 0;
  for (guint i = 0; i < members->len; i++)
    {
      const SheafMember *member = members->pdata[i];
      const gint64      *id = &member->party_id;
      SheafMoney         held = sheaf_capital_sum (g_hash_table_lookup (persons, id), *id, on)
                            .committed;

      if (*id != breach->party_id && !sheaf_capital_is_foreign (law, member) &&
          sheaf_member_spans_on (g_hash_table_lookup (spans, id), on).kind ==
              SHEAF_MEMBER_OFFICIAL &&
          sheaf_money_cmp (most, held) > 0)
        *ret_room += most.units - held.units;
    }
  return TRUE;
}

/* Whose capital is given back, for people. */
static const char *
name_whose (const SheafCapitalBreach *breach)
{
  switch (breach->limit)
    {
    case SHEAF_CAPITAL_LIMIT_ASSOCIATES:
      return _ ("the contributing associate members");
    case SHEAF_CAPITAL_LIMIT_FOREIGN:
      return _ ("the foreign members");
    default:
      return breach->code;
    }
}

static SheafCapitalRemedy *
add_remedy (GPtrArray             *remedies,
            SheafCapitalRemedyKind kind,
            SheafMoney             amount)
{
  SheafCapitalRemedy *remedy = g_new0 (SheafCapitalRemedy, 1);

  remedy->kind = kind;
  remedy->amount = amount;
  remedy->possible = TRUE;
  g_ptr_array_add (remedies, remedy);
  return remedy;
}

static void
add_refund (GPtrArray                *remedies,
            const SheafCapitalBreach *breach)
{
  SheafMoney          excess = find_excess (breach);
  SheafCapitalRemedy *remedy = add_remedy (remedies, SHEAF_CAPITAL_REMEDY_REFUND, excess);

  if (sheaf_money_cmp (excess, breach->paid) > 0)
    remedy->unpaid = sheaf_money_sub (excess, breach->paid);
  remedy->text = remedy->unpaid.units == 0
                     ? g_strdup_printf (_ ("refund %s to %s"), sheaf_money_word (excess).text,
                                        name_whose (breach))
                     : g_strdup_printf (
                           _ ("take %s off what %s promised, of it %s"
                              " as a refund: the rest is not paid in and only lowers the "
                              "commitment"),
                           sheaf_money_word (excess).text, name_whose (breach),
                           sheaf_money_word (breach->paid).text);
}

static gboolean
add_growth (GPtrArray                *remedies,
            SheafBook                *book,
            SheafDate                 on,
            const SheafCapitalLaw    *law,
            const SheafCapitalBreach *breach,
            GError                  **error)
{
  SheafCapitalRemedy *remedy;
  SheafMoney          missing, most;
  SheafWide           room;

  if (!find_missing (breach, &missing))
    return TRUE;
  most = find_most (law, sheaf_money_add (breach->charter, missing));
  if (!find_room (book, on, law, breach, most, &room, error))
    return FALSE;
  remedy = add_remedy (remedies, SHEAF_CAPITAL_REMEDY_RAISE, missing);
  remedy->possible = room >= missing.units;
  remedy->text =
      remedy->possible
          ? g_strdup_printf (_ ("let other official members contribute %s more"),
                             sheaf_money_word (missing).text)
          : g_strdup_printf (_ ("let others contribute %s"
                                " more; the other official members alone cannot without "
                                "passing their own limit"),
                             sheaf_money_word (missing).text);
  if (most.units <= 0)
    return TRUE;
  remedy = add_remedy (remedies, SHEAF_CAPITAL_REMEDY_ADMIT, missing);
  remedy->heads = (guint) MIN (divide_up (missing.units, most.units), G_MAXINT);
  remedy->text = g_strdup_printf (_ ("admit new official members, at least %u, who bring %s"),
                                  remedy->heads, sheaf_money_word (missing).text);
  return TRUE;
}

/* By heads no money helps: so many more official members that the foreign ones are fewer. */
static void
add_heads (GPtrArray                *remedies,
           const SheafCapitalBreach *breach)
{
  SheafCapitalRemedy *remedy;
  gint64              needed;

  if (breach->rate.millionths <= 0)
    return;
  needed = (gint64) breach->heads * WHOLE / breach->rate.millionths + 1 - breach->of_heads;
  remedy = add_remedy (remedies, SHEAF_CAPITAL_REMEDY_ADMIT, SHEAF_MONEY_ZERO);
  remedy->heads = (guint) needed;
  remedy->text = g_strdup_printf (
      _ ("admit more official members of the country, at least %u"), remedy->heads);
}

static void
add_minimum (GPtrArray                *remedies,
             const SheafCapitalBreach *breach)
{
  SheafMoney          missing = sheaf_money_sub (breach->minimum, breach->committed);
  SheafCapitalRemedy *remedy = add_remedy (remedies, SHEAF_CAPITAL_REMEDY_RAISE, missing);

  remedy->text = g_strdup_printf (_ ("let %s contribute %s more"), breach->code,
                                  sheaf_money_word (missing).text);
}

GPtrArray *
sheaf_capital_remedies (SheafBook                *book,
                        SheafDate                 on,
                        const SheafCapitalBreach *breach,
                        GError                  **error)
{
  g_autoptr (GPtrArray) remedies = g_ptr_array_new_with_free_func (remedy_free);
  g_autoptr (SheafCapitalLaw) law = NULL;

  g_return_val_if_fail (book != NULL && breach != NULL, NULL);
  if (breach->limit == SHEAF_CAPITAL_LIMIT_FOREIGN_HEADS)
    add_heads (remedies, breach);
  else if (breach->limit == SHEAF_CAPITAL_LIMIT_MINIMUM)
    add_minimum (remedies, breach);
  else
    {
      law = sheaf_capital_law_load (book, on, error);
      if (law == NULL)
        return NULL;
      add_refund (remedies, breach);
      if (!add_growth (remedies, book, on, law, breach, error))
        return NULL;
    }
  return g_steal_pointer (&remedies);
}
