/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of members: events by day. */
#include "base/i18n.h"
#include "capital/verify.h"
#include "exchange/kinds-private.h"
#include "members/membership.h"
#include "trade/verify.h"

enum
{
  DATE,
  MEMBER,
  EVENT,
  VALUE,
  DOCUMENT,
};

static const SheafImportColumn columns[] = {
  [DATE] = { "date", SHEAF_IMPORT_REQUIRED },
  [MEMBER] = { "member", SHEAF_IMPORT_REQUIRED },
  [EVENT] = { "event", SHEAF_IMPORT_REQUIRED },
  [VALUE] = { "value", SHEAF_IMPORT_OPTIONAL },
  [DOCUMENT] = { "document", SHEAF_IMPORT_OPTIONAL },
};

static gboolean
read_record (SheafImport *import,
             GError     **error)
{
  SheafMembershipEvent *event = sheaf_membership_event_new ();
  const char           *word = sheaf_import_text (import, EVENT);

  (void) error;
  event->line = import->line;
  (void) sheaf_import_date (import, DATE, &event->date); /* its problem is added; likewise below */
  (void) sheaf_import_party (import, MEMBER, &event->party_id);
  if (*word != '\0' && !sheaf_membership_kind_from_word (word, &event->event))
    sheaf_import_problem (import, EVENT,
                          _ ("“%s” is no event, take one of join, kind, agreement-signed, "
                             "agreement-ended, leave, death, heir"),
                          word);
  if (sheaf_import_has (import, VALUE))
    event->value = g_strdup (sheaf_import_text (import, VALUE));
  if (sheaf_import_has (import, DOCUMENT))
    event->document = g_strdup (sheaf_import_text (import, DOCUMENT));
  sheaf_import_list_take (import, event, (GDestroyNotify) sheaf_membership_event_free);
  return TRUE;
}

/* What the folders that keep members' acts find wrong with the register. */
static gboolean
find_strays (SheafImport   *import,
             SheafProblems *problems,
             GError       **error)
{
  static const SheafCheck *const tables[] = { sheaf_capital_checks, sheaf_trade_checks };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const SheafCheck *check = tables[i]; check->name != NULL; check++)
      if (g_str_has_suffix (check->name, "-members") &&
          !check->run (import->book, problems, error))
        return FALSE;
  return TRUE;
}

/* Who leaves must not be left with acts of a member on later days: they are taken back first. */
static gboolean
insert (SheafImport *import,
        GError     **error)
{
  SheafImportList *list = import->state;
  g_autoptr (SheafProblems) before = sheaf_problems_new ();
  g_autoptr (SheafProblems) after = sheaf_problems_new ();

  if (!find_strays (import, before, error) ||
      !sheaf_membership_insert (import->book, list->items, error) ||
      !find_strays (import, after, error))
    return FALSE;
  import->line = 1; /* the rows of the file together decide */
  for (guint i = 0; i < after->items->len && after->errors > before->errors; i++)
    sheaf_import_problem (import, EVENT, "%s",
                          ((SheafProblem *) g_ptr_array_index (after->items, i))->text);
  return TRUE;
}

static gboolean
finish (SheafImport *import,
        GError     **error)
{
  SheafImportList *list = import->state;
  guint            before = import->problems->errors;

  if (list->items == NULL || list->incomplete)
    return TRUE;
  if (!sheaf_membership_check (import->book, list->items, import->file, import->problems, error))
    return FALSE;
  return list->incomplete || import->problems->errors > before || insert (import, error);
}

const SheafImportKind sheaf_import_membership = {
  .name = "membership",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .state_size = sizeof (SheafImportList),
  .row = read_record,
  .finish = finish,
  .clear = sheaf_import_list_clear,
};
