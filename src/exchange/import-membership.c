/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of members: events by day. */
#include "base/i18n.h"
#include "exchange/kinds-private.h"
#include "members/membership.h"
#include "statements/membership-act.h"

enum
{
  DATE,
  MEMBER,
  EVENT,
  VALUE,
  DOCUMENT,
  REASON,
  UNTIL,
};

static const SheafImportColumn columns[] = {
  [DATE] = { "date", SHEAF_IMPORT_REQUIRED },
  [MEMBER] = { "member", SHEAF_IMPORT_REQUIRED },
  [EVENT] = { "event", SHEAF_IMPORT_REQUIRED },
  [VALUE] = { "value", SHEAF_IMPORT_OPTIONAL },
  [DOCUMENT] = { "document", SHEAF_IMPORT_OPTIONAL },
  [REASON] = { "reason", SHEAF_IMPORT_OPTIONAL },
  [UNTIL] = { "until", SHEAF_IMPORT_OPTIONAL },
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
  event->value = sheaf_import_dup_text (import, VALUE);
  event->document = sheaf_import_dup_text (import, DOCUMENT);
  event->reason = sheaf_import_dup_text (import, REASON);
  (void) sheaf_import_date (import, UNTIL, &event->until);
  sheaf_import_list_take (import, event, (GDestroyNotify) sheaf_membership_event_free);
  return TRUE;
}

static gint64
get_person (gconstpointer item,
            gboolean      other)
{
  return other ? 0 : ((const SheafMembershipEvent *) item)->party_id;
}

/* Of whom every row could be read. */
static gboolean
judge_broken (SheafImport *import,
              GError     **error)
{
  g_autoptr (GPtrArray) sound = sheaf_import_list_sound (import->state, get_person);
  g_autoptr (SheafProblems) found = sheaf_problems_new ();

  if (!sheaf_membership_check (import->book, sound, import->file, found, error))
    return FALSE;
  sheaf_import_add_found (import, found, FALSE);
  return TRUE;
}

static gboolean
finish (SheafImport *import,
        GError     **error)
{
  SheafImportList *list = import->state;
  guint            before = import->problems->errors;
  GError          *problem = NULL;

  if (list->items == NULL)
    return TRUE;
  if (list->incomplete)
    return judge_broken (import, error);
  if (!sheaf_membership_check (import->book, list->items, import->file, import->problems, error))
    return FALSE;
  if (import->problems->errors > before)
    return TRUE;
  if (sheaf_membership_enter (import->book, list->items, &problem))
    return TRUE;
  import->line = 1; /* the rows of the file together decide */
  return sheaf_import_take_error (import, EVENT, problem, error);
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
