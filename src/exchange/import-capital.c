/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What members promise, pay in and take out. */
#include "base/i18n.h"
#include "exchange/kinds-private.h"
#include "capital/event.h"

#include <string.h>

enum
{
  DATE,
  MEMBER,
  EVENT,
  AMOUNT,
  TO_MEMBER,
  FORM,
  DESCRIPTION,
  CAUSE,
  DOCUMENT,
  ASSET,
  QUANTITY,
  UNIT,
  UNTIL,
  PRICE,
  VOUCHER_KIND,
  VOUCHER,
  YEAR,
};

static const SheafImportColumn columns[] = {
  [DATE] = { "date", SHEAF_IMPORT_REQUIRED },
  [MEMBER] = { "member", SHEAF_IMPORT_REQUIRED },
  [EVENT] = { "event", SHEAF_IMPORT_REQUIRED },
  [AMOUNT] = { "amount", SHEAF_IMPORT_REQUIRED },
  [TO_MEMBER] = { "to_member", SHEAF_IMPORT_OPTIONAL },
  [FORM] = { "form", SHEAF_IMPORT_OPTIONAL },
  [DESCRIPTION] = { "description", SHEAF_IMPORT_OPTIONAL },
  [CAUSE] = { "cause", SHEAF_IMPORT_OPTIONAL },
  [DOCUMENT] = { "document", SHEAF_IMPORT_OPTIONAL },
  [ASSET] = { "asset", SHEAF_IMPORT_OPTIONAL },
  [QUANTITY] = { "quantity", SHEAF_IMPORT_OPTIONAL },
  [UNIT] = { "unit", SHEAF_IMPORT_OPTIONAL },
  [UNTIL] = { "until", SHEAF_IMPORT_OPTIONAL },
  [PRICE] = { "price", SHEAF_IMPORT_OPTIONAL },
  [VOUCHER_KIND] = { "voucher_kind", SHEAF_IMPORT_OPTIONAL },
  [VOUCHER] = { "voucher", SHEAF_IMPORT_OPTIONAL },
  [YEAR] = { "year", SHEAF_IMPORT_OPTIONAL },
};

/* "cash", "bank", or the account of what is paid in kind or of a refund in place of money. */
static void
read_form (SheafImport       *import,
           SheafCapitalEvent *event)
{
  static const char *const words[] = { "cash", "bank", NULL };
  guint                    form;

  if (event->event == SHEAF_CAPITAL_PAY_IN_KIND)
    {
      if (!sheaf_import_has (import, FORM))
        sheaf_import_problem (import, FORM,
                              _ ("give the account of what is paid in kind, such as that of fixed "
                                 "assets"));
      (void) sheaf_import_account (import, FORM, &event->account_id); /* its problem is added */
    }
  else if (event->event == SHEAF_CAPITAL_REFUND &&
           g_ascii_isdigit (*sheaf_import_text (import, FORM)))
    (void) sheaf_import_account (import, FORM, &event->account_id); /* likewise */
  else if (sheaf_import_word (import, FORM, words, &form))
    event->form = form == 0 ? SHEAF_CAPITAL_CASH : SHEAF_CAPITAL_BANK;
}

/* Why it moved, what was handed over, and the entry that is there already. */
static void
read_more (SheafImport       *import,
           SheafCapitalEvent *event)
{
  event->description = sheaf_import_dup_text (import, DESCRIPTION);
  event->cause = sheaf_import_dup_text (import, CAUSE);
  event->document = sheaf_import_dup_text (import, DOCUMENT);
  event->asset = sheaf_import_dup_text (import, ASSET);
  event->unit = sheaf_import_dup_text (import, UNIT);
  (void) sheaf_import_date (import, UNTIL, &event->until); /* its problem is added; so below */
  (void) sheaf_import_quantity (import, QUANTITY, &event->quantity);
  (void) sheaf_import_amount (import, PRICE, &event->price);
  if (sheaf_import_has (import, VOUCHER) && !sheaf_import_has (import, VOUCHER_KIND))
    sheaf_import_problem (import, VOUCHER_KIND,
                          _ ("the voucher’s kind is missing: give kind, number and year"));
  else if (sheaf_import_has (import, VOUCHER))
    (void) sheaf_import_voucher (import, VOUCHER_KIND, VOUCHER, YEAR, &event->voucher_id);
}

static gboolean
read_record (SheafImport *import,
             GError     **error)
{
  SheafCapitalEvent *event = sheaf_capital_event_new ();
  const char        *word = sheaf_import_text (import, EVENT);

  (void) error;
  event->line = import->line;
  (void) sheaf_import_date (import, DATE, &event->date); /* its problem is added; likewise below */
  (void) sheaf_import_party (import, MEMBER, &event->party_id);
  (void) sheaf_import_party (import, TO_MEMBER, &event->to_party_id);
  (void) sheaf_import_amount (import, AMOUNT, &event->amount);
  if (*word != '\0' && !sheaf_capital_kind_from_word (word, &event->event))
    sheaf_import_problem (import, EVENT,
                          _ ("“%s” is no event, take one of commit, reduce, pay, pay-in-kind, "
                             "transfer-out, refund, capitalise"),
                          word);
  else
    read_form (import, event);
  read_more (import, event);
  sheaf_import_list_take (import, event, (GDestroyNotify) sheaf_capital_event_free);
  return TRUE;
}

static gint64
get_person (gconstpointer item,
            gboolean      other)
{
  const SheafCapitalEvent *event = item;

  return other ? event->to_party_id : event->party_id;
}

/* What others do is judged at once; a row that cannot be read may be what theirs rests upon. */
static gboolean
judge_broken (SheafImport *import,
              GError     **error)
{
  g_autoptr (GPtrArray) sound = sheaf_import_list_sound (import->state, get_person);
  g_autoptr (SheafProblems) found = sheaf_problems_new ();

  if (!sheaf_capital_check (import->book, sound, !import->options->no_post, import->file, found,
                            error))
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

  if (list->items == NULL)
    return TRUE;
  if (list->incomplete)
    return judge_broken (import, error);
  if (!sheaf_capital_check (import->book, list->items, !import->options->no_post, import->file,
                            import->problems, error))
    return FALSE;
  return import->problems->errors > before ||
         sheaf_capital_post (import->book, list->items, !import->options->no_post, error);
}

const SheafImportKind sheaf_import_capital = {
  .name = "capital",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .state_size = sizeof (SheafImportList),
  .names_vouchers = TRUE,
  .row = read_record,
  .finish = finish,
  .clear = sheaf_import_list_clear,
};
