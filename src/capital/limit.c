/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Limits on parts of the charter capital. */
#include "capital/limit.h"

#include "base/i18n.h"
#include "book/data.h"
#include "book/setting.h"
#include "capital/error.h"
#include "capital/event-private.h"
#include "capital/timeline.h"
#include "members/member.h"
#include "members/membership.h"

#include <inttypes.h>

/* Where the limits stand in the law pack. */
static const char *const groups[] = {
  [SHEAF_CAPITAL_LIMIT_MEMBER] = "ceiling capital-member",
  [SHEAF_CAPITAL_LIMIT_ASSOCIATES] = "ceiling capital-associates",
  [SHEAF_CAPITAL_LIMIT_FOREIGN] = "ceiling capital-foreign",
};

typedef struct
{
  SheafRate rates[G_N_ELEMENTS (groups)];
  char     *articles[G_N_ELEMENTS (groups)];
  char     *country; /* the law's own: its nationals are no foreigners */
} Limits;

static void
limits_clear (Limits *limits)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    g_free (limits->articles[i]);
  g_free (limits->country);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Limits, limits_clear)

static gboolean
read_limits (GKeyFile *file,
             Limits   *limits,
             GError  **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autofree char *rate = g_key_file_get_string (file, groups[i], "rate", error);

      if (rate == NULL || !sheaf_rate_parse (rate, &limits->rates[i], error))
        return FALSE;
      limits->articles[i] = g_key_file_get_string (file, groups[i], "article", error);
      if (limits->articles[i] == NULL)
        return FALSE;
    }
  limits->country = g_key_file_get_string (file, "law", "country", error);
  return limits->country != NULL;
}

static gboolean
load_limits (SheafBook *book,
             Limits    *limits,
             GError   **error)
{
  g_autofree char *law = sheaf_setting_find (book, "law");
  g_autofree char *name = sheaf_data_law_file (law != NULL ? law : "", sheaf_book_is_union (book));
  g_autofree char *text = sheaf_data_load (book, name, error);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) cause = NULL;

  if (text == NULL)
    return FALSE;
  if (g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, &cause) &&
      read_limits (file, limits, &cause))
    return TRUE;
  g_set_error (error, SHEAF_CAPITAL_ERROR, SHEAF_CAPITAL_ERROR_NOT_FOUND,
               _ ("%s lacks a limit on capital (%s): install the program anew"), name,
               cause->message);
  return FALSE;
}

static void
breach_free (gpointer data)
{
  SheafCapitalBreach *breach = data;

  g_free (breach->text);
  g_free (breach);
}

/* The sums that are judged. */
typedef struct
{
  const Limits *limits;
  SheafMoney    charter;
  GPtrArray    *breaches;
} Judgement;

/* The sentence; whose is a member's code or NULL. */
static char *
word_breach (const Judgement  *judgement,
             SheafCapitalLimit limit,
             const char       *whose,
             SheafMoney        committed)
{
  const char      *article = judgement->limits->articles[limit];
  g_autofree char *ceiling = sheaf_rate_to_text (
      SHEAF_RATE (judgement->limits->rates[limit].millionths * 100));

  switch (limit)
    {
    case SHEAF_CAPITAL_LIMIT_MEMBER:
      return g_strdup_printf (
          _ ("%s holds %" PRId64 " of %" PRId64
             " charter capital, above %s %% (Art. %s): refund the excess, let others contribute "
             "more, or admit new members (Art. 78.4)"),
          whose, committed.units, judgement->charter.units, ceiling, article);
    case SHEAF_CAPITAL_LIMIT_ASSOCIATES:
      return g_strdup_printf (
          _ ("the contributing associate members together hold %" PRId64
             " of %" PRId64
             " charter capital, above %s %% (Art. %s): refund the excess, let official members "
             "contribute more, or admit new ones (Art. 78.4)"),
          committed.units, judgement->charter.units, ceiling, article);
    case SHEAF_CAPITAL_LIMIT_FOREIGN:
    default:
      return g_strdup_printf (
          _ ("the foreign members together hold %" PRId64 " of %" PRId64
             " charter capital, above %s %% (Art. %s): refund the excess, let others contribute "
             "more, or admit new members (Art. 78.4)"),
          committed.units, judgement->charter.units, ceiling, article);
    }
}

static void
judge (const Judgement  *judgement,
       SheafCapitalLimit limit,
       gint64            party_id,
       const char       *whose,
       SheafMoney        committed)
{
  const SheafRate     rate = judgement->limits->rates[limit];
  SheafCapitalBreach *breach;

  if ((SheafWide) committed.units * 1000000 <=
      (SheafWide) judgement->charter.units * rate.millionths)
    return;
  breach = g_new0 (SheafCapitalBreach, 1);
  breach->limit = limit;
  breach->party_id = party_id;
  breach->committed = committed;
  breach->charter = judgement->charter;
  breach->rate = rate;
  breach->text = word_breach (judgement, limit, whose, committed);
  g_ptr_array_add (judgement->breaches, breach);
}

/* Who names no nationality is at home. */
static gboolean
is_foreign (const Limits      *limits,
            const SheafMember *member)
{
  return member->nationality != NULL &&
         g_ascii_strcasecmp (member->nationality, limits->country) != 0;
}

static gboolean
judge_all (SheafBook       *book,
           const Judgement *judgement,
           const GPtrArray *members,
           const GPtrArray *events,
           SheafDate        on,
           GError         **error)
{
  g_autoptr (GHashTable) persons = sheaf_capital_by_person (events);
  g_autoptr (GHashTable) spans = sheaf_member_spans_all (book, error);
  SheafMoney associates = SHEAF_MONEY_ZERO;
  SheafMoney foreign = SHEAF_MONEY_ZERO;

  if (spans == NULL)
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    {
      const SheafMember *member = g_ptr_array_index (members, i);
      const GPtrArray   *own = g_hash_table_lookup (persons, &member->party_id);
      SheafMoney         committed = sheaf_capital_sum (own, member->party_id, on).committed;
      SheafMemberState   state;

      if (own == NULL)
        continue;
      state = sheaf_member_spans_on (g_hash_table_lookup (spans, &member->party_id), on);
      if (state.kind == SHEAF_MEMBER_OFFICIAL)
        judge (judgement, SHEAF_CAPITAL_LIMIT_MEMBER, member->party_id, member->code, committed);
      if (state.kind == SHEAF_MEMBER_CONTRIBUTING)
        associates = sheaf_money_add (associates, committed);
      if (state.kind != SHEAF_MEMBER_NONE && is_foreign (judgement->limits, member))
        foreign = sheaf_money_add (foreign, committed);
    }
  judge (judgement, SHEAF_CAPITAL_LIMIT_ASSOCIATES, 0, NULL, associates);
  judge (judgement, SHEAF_CAPITAL_LIMIT_FOREIGN, 0, NULL, foreign);
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
  g_auto (Limits) limits = { 0 };
  const Judgement judgement = { &limits, sheaf_capital_sum_all (events, on).committed, breaches };

  if (members == NULL || !load_limits (book, &limits, error) ||
      !judge_all (book, &judgement, members, events, on, error))
    return NULL;
  return g_steal_pointer (&breaches);
}

GPtrArray *
sheaf_capital_breaches (SheafBook *book,
                        SheafDate  on,
                        GError   **error)
{
  g_autoptr (GPtrArray) events = sheaf_capital_list (book, 0, error);

  return events == NULL ? NULL : sheaf_capital_breaches_of (book, events, on, error);
}
