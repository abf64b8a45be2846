/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal row by row. */
#include "ledger/journal.h"

#include "ledger/journal-sql.h"
#include "ledger/merge.h"
#include "ledger/search.h"
#include "store/query.h"

/* A question that no voucher answers. */
#define NOTHING "\"\""

struct _SheafJournal
{
  SheafQuery *query;
  char       *reverses;
};

/* The later of two days, the earlier one, where either may be open. */
static SheafDate
narrow (SheafDate day,
        SheafDate typed,
        gboolean  from)
{
  if (sheaf_date_is_none (typed))
    return day;
  if (sheaf_date_is_none (day))
    return typed;
  return (sheaf_date_cmp (day, typed) > 0) == from ? day : typed;
}

/* What is searched for: *ret_match stays NULL where only days or nothing are typed. What has
 * neither words nor days ("…") is found nowhere. */
static void
read_search (SheafBook  *book,
             const char *text,
             SheafDate  *from,
             SheafDate  *to,
             char      **ret_match)
{
  g_autoptr (SheafSearchWords) words = sheaf_search_words_parse (text);

  *ret_match = sheaf_search_match (book, words);
  if (text != NULL && *text != '\0' && sheaf_search_words_is_empty (words))
    *ret_match = g_strdup (NOTHING);
  *from = narrow (*from, words->from, TRUE);
  *to = narrow (*to, words->to, FALSE);
}

/* Parties have fewer rows than accounts, accounts fewer than days: the narrowest leads. */
static SheafQuery *
start (SheafBook                *book,
       const SheafJournalFilter *filter,
       GError                  **error)
{
  g_autofree char *match = NULL;
  SheafStore      *store = sheaf_book_store (book);
  SheafDate        first = filter->from, last = filter->to;
  SheafValue       from, to, search, account = SHEAF_ID (filter->account_id);

  read_search (book, filter->search, &first, &last, &match);
  from = SHEAF_DAY (first);
  to = SHEAF_DAY (last);
  search = SHEAF_OPTIONAL (match);
  if (filter->party_id != 0)
    return sheaf_query_new (
        store, JOURNAL_ROWS_PARTY,
        SHEAF_ARGS (from, to, search,
                    SHEAF_INT (sheaf_party_survivor (book, filter->party_id)), account),
        error);
  if (filter->account_id != 0)
    return sheaf_query_new (store, JOURNAL_ROWS_ACCOUNT, SHEAF_ARGS (from, to, search, account),
                            error);
  if (match != NULL)
    return sheaf_query_new (store, JOURNAL_ROWS_FOUND, SHEAF_ARGS (from, to, search), error);
  return sheaf_query_new (store, JOURNAL_ROWS, SHEAF_ARGS (from, to), error);
}

SheafJournal *
sheaf_journal_open (SheafBook                *book,
                    const SheafJournalFilter *filter,
                    GError                  **error)
{
  SheafQuery   *query = start (book, filter, error);
  SheafJournal *journal;

  if (query == NULL)
    return NULL;
  journal = g_new0 (SheafJournal, 1);
  journal->query = query;
  return journal;
}

static const char *
reversed_voucher (SheafJournal *journal)
{
  const SheafQuery *query = journal->query;

  g_clear_pointer (&journal->reverses, g_free);
  if (sheaf_query_is_null (query, 24))
    return "";
  journal->reverses = g_strdup_printf (
      "%s/%s", sheaf_voucher_kind_to_word ((SheafVoucherKind) sheaf_query_int (query, 24)),
      sheaf_query_text (query, 25));
  return journal->reverses;
}

gboolean
sheaf_journal_next (SheafJournal    *journal,
                    SheafJournalRow *ret_row,
                    GError         **error)
{
  const SheafQuery *query = journal->query;

  if (!sheaf_query_next (journal->query, error))
    return FALSE;
  *ret_row = (SheafJournalRow){
    .voucher_id = sheaf_query_int (query, 0),
    .row_id = sheaf_query_int (query, 1),
    .number = sheaf_query_text (query, 2),
    .date = sheaf_query_date (query, 3),
    .kind = (SheafVoucherKind) sheaf_query_int (query, 4),
    .layer = (SheafLayer) sheaf_query_int (query, 5),
    .description = sheaf_query_text (query, 6),
    .debit = sheaf_query_text (query, 7),
    .credit = sheaf_query_text (query, 8),
    .amount = sheaf_query_money (query, 9),
    .debit_party = sheaf_query_text (query, 10),
    .credit_party = sheaf_query_text (query, 11),
    .debit_item = sheaf_query_text (query, 12),
    .credit_item = sheaf_query_text (query, 13),
    .scope = (SheafScope) sheaf_query_int (query, 14),
    .due = sheaf_query_date (query, 15),
    .memo = sheaf_query_text (query, 16),
    .document = sheaf_query_text (query, 17),
    .document_date = sheaf_query_date (query, 18),
    .product = sheaf_query_text (query, 19),
    .quantity = SHEAF_QUANTITY (sheaf_query_int (query, 20)),
    .season = sheaf_query_text (query, 21),
    .plan = sheaf_query_text (query, 22),
    .reverses_id = sheaf_query_int (query, 23),
    .reverses = reversed_voucher (journal),
    .debit_currency = sheaf_query_text (query, 29),
    .debit_foreign = sheaf_query_int (query, 30),
    .credit_currency = sheaf_query_text (query, 31),
    .credit_foreign = sheaf_query_int (query, 32),
    .rate = sheaf_query_int (query, 33),
    .scope_reason = sheaf_query_text (query, 34),
  };
  return TRUE;
}

void
sheaf_journal_free (SheafJournal *journal)
{
  if (journal == NULL)
    return;
  sheaf_query_free (journal->query);
  g_free (journal->reverses);
  g_free (journal);
}

gboolean
sheaf_journal_last_day (SheafBook *book,
                        SheafDate *ret_day,
                        GError   **error)
{
  g_autofree char *text = NULL;

  if (!sheaf_store_get_text (sheaf_book_store (book), JOURNAL_LAST_DAY, SHEAF_NO_ARGS, &text,
                             error))
    return FALSE;
  if (text != NULL)
    return sheaf_date_parse (text, ret_day, error);
  *ret_day = SHEAF_DATE_NONE;
  return TRUE;
}

const char *
sheaf_journal_keys_sql (void)
{
  return JOURNAL_KEYS;
}

const char *
sheaf_journal_page_sql (void)
{
  return JOURNAL_PAGE;
}

const char *
sheaf_journal_line_sql (void)
{
  return JOURNAL_LINE;
}
