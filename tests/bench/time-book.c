/* SPDX-License-Identifier: GPL-3.0-or-later */
/* time-book BOOK: what a person waits for in a big book, in milliseconds: the median and the worst
 * of many turns, each asking for something else. */
#include "ledger/chart.h"
#include "ledger/journal.h"
#include "ledger/party.h"
#include "ledger/register.h"
#include "ledger/search.h"
#include "ledger/totals.h"
#include "ledger/voucher.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#define TURNS 21
#define POSTINGS 601 /* so many that what happens now and then is seen */

/* As the program's lists have them. */
#define PAGE_ROWS 128

typedef struct
{
  SheafBook *book;
  guint      turn;
  guint      found; /* hits or rows of all turns */
} Turn;

typedef void (*TurnFunc) (Turn *turn);

static void
stop_on (const GError *error)
{
  if (error == NULL)
    return;
  (void) fprintf (stderr, "time-book: %s\n", error->message);
  exit (1);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

static void
measure_turns (SheafBook  *book,
               const char *what,
               TurnFunc    func,
               guint       turns)
{
  g_autofree gint64 *times = g_new (gint64, turns);
  Turn               turn = { .book = book };

  for (turn.turn = 0; turn.turn < turns; turn.turn++)
    {
      gint64 start = g_get_monotonic_time ();

      func (&turn);
      times[turn.turn] = g_get_monotonic_time () - start;
    }
  qsort (times, turns, sizeof times[0], compare_times);
  printf ("%-52s %9.2f ms  worst %9.2f ms  %7u found\n", what, (double) times[turns / 2] / 1000,
          (double) times[turns - 1] / 1000, turn.found / turns);
}

static void
measure (SheafBook  *book,
         const char *what,
         TurnFunc    func)
{
  measure_turns (book, what, func, TURNS);
}

static gint64
account_of (SheafBook  *book,
            const char *code)
{
  const SheafAccount *account = sheaf_chart_by_code (sheaf_chart_get (book, NULL), code);

  g_assert_nonnull (account);
  return account->id;
}

/* With its data on disk: the function comes back when SQLite has synchronised the file. */
static void
post_one (Turn *turn)
{
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_new (
      SHEAF_VOUCHER_RECEIPT, sheaf_date_new (2025, 12, 31), "Thu tiền đo thời gian");
  SheafVoucherRow *row;
  GError          *error = NULL;

  row = sheaf_voucher_add_row (voucher, account_of (turn->book, "1111"),
                               account_of (turn->book, "131"), SHEAF_MONEY (1000 + turn->turn));
  row->credit_party_id = 1 + turn->turn;
  (void) sheaf_voucher_add_row (voucher, account_of (turn->book, "1111"),
                                account_of (turn->book, "5111"), SHEAF_MONEY (5000));
  (void) sheaf_voucher_post (turn->book, voucher, NULL, &error);
  stop_on (error);
  turn->found++;
}

static void
search (Turn       *turn,
        const char *text)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) hits = sheaf_search (turn->book, text, 50, &error);

  stop_on (error);
  turn->found += hits->len;
}

static void
search_number (Turn *turn)
{
  g_autofree char *text = g_strdup_printf ("PX%06u", turn->turn * 37 + 12);

  search (turn, text);
}

static void
search_party (Turn *turn)
{
  g_autofree char *text = g_strdup_printf ("K%06u", turn->turn * 97 + 5);

  search (turn, text);
}

static void
search_amount (Turn *turn)
{
  g_autofree char *text = g_strdup_printf ("%u.%03u.000", 3 + turn->turn % 5, turn->turn * 41 + 7);

  search (turn, text);
}

static void
search_words (Turn *turn)
{
  static const char *const words[] = { "nguyễn văn an", "phân bón", "tien", "số", "lúa thu", "12",
                                       "n", "dang thi", "31/12/2025", "hạt giống 1" };

  search (turn, words[turn->turn % G_N_ELEMENTS (words)]);
}

static void
complete_name (Turn *turn)
{
  static const char *const words[] = { "ng", "nguyễn thị", "van dung", "k00", "đ", "lan", "phạm h",
                                       "son", "vo van s", "t" };
  GError                  *error = NULL;
  g_autoptr (GPtrArray)
      parties = sheaf_party_list (turn->book, words[turn->turn % G_N_ELEMENTS (words)], 20, &error);

  stop_on (error);
  turn->found += parties->len;
}

static void
read_month (Turn       *turn,
            const char *code)
{
  int                month = 1 + (int) (turn->turn % 12);
  SheafJournalFilter filter = { .from = sheaf_date_new (2025, month, 1),
                                .to = sheaf_date_add_days (
                                    sheaf_date_new (2025 + month / 12, 1 + month % 12, 1), -1),
                                .account_id = account_of (turn->book, code) };
  GError            *error = NULL;
  g_autoptr (SheafJournal) journal = sheaf_journal_open (turn->book, &filter, &error);
  SheafJournalRow row;

  stop_on (error);
  while (sheaf_journal_next (journal, &row, &error))
    turn->found++;
  stop_on (error);
}

static void
month_of_quiet_account (Turn *turn)
{
  read_month (turn, "3532");
}

static void
month_of_busy_account (Turn *turn)
{
  read_month (turn, "6111");
}

/* What a register reads before it shows the month: how many entries there are, and the page in
 * sight with the balance after each. */
static void
open_month (Turn       *turn,
            const char *code)
{
  int       month = 1 + (int) (turn->turn % 12);
  SheafDate first = sheaf_date_new (2025, month, 1), last = sheaf_date_month_end (first);
  gint64    account_id = account_of (turn->book, code);
  GError   *error = NULL;
  g_autoptr (SheafPageIndex)
      index = sheaf_register_index (turn->book, account_id, first, last, PAGE_ROWS, &error);
  g_autoptr (GPtrArray) entries = NULL;
  SheafDate day;
  gint64    skip;

  stop_on (error);
  sheaf_page_index_key (index, (sheaf_page_index_rows (index) - 1) / PAGE_ROWS, &day, &skip);
  entries = sheaf_register_page (turn->book, account_id, day, skip, last, PAGE_ROWS, &error);
  stop_on (error);
  turn->found += sheaf_page_index_rows (index);
}

static void
open_month_of_quiet_account (Turn *turn)
{
  open_month (turn, "3532");
}

static void
open_month_of_busy_account (Turn *turn)
{
  open_month (turn, "6111");
}

static void
open_month_of_busiest_account (Turn *turn)
{
  open_month (turn, "1111");
}

/* What a register shows above its rows and below: balance before, turnover, balance after. */
static void
month_figures (Turn *turn)
{
  int       month = 1 + (int) (turn->turn % 12);
  SheafDate last = sheaf_date_add_days (sheaf_date_new (2025 + month / 12, 1 + month % 12, 1), -1);
  GError   *error = NULL;
  g_autoptr (SheafTotals)
      totals = sheaf_totals_load_pairs (turn->book, sheaf_date_new (2025, month, 1), last, &error);

  stop_on (error);
  turn->found += totals->pairs->len;
}

int
main (int    argc,
      char **argv)
{
  SheafActor actor = { .user = "bench", .today = sheaf_date_new (2025, 12, 31) };
  GError    *error = NULL;
  g_autoptr (SheafBook) book = NULL;

  (void) setlocale (LC_ALL, "C.UTF-8");
  if (argc != 2)
    return 2;
  actor.now = g_get_real_time () / G_USEC_PER_SEC;
  book = sheaf_book_open (argv[1], SHEAF_BOOK_WRITE, &actor, &error);
  stop_on (error);
  measure_turns (book, "one posting, its data on disk", post_one, POSTINGS);
  measure (book, "search for a number", search_number);
  measure (book, "search for a party's vouchers by its code", search_party);
  measure (book, "search for an amount", search_amount);
  measure (book, "search for common words", search_words);
  measure (book, "auto-completion of names", complete_name);
  measure (book, "a month's figures of every account", month_figures);
  measure (book, "a quiet account's month opened, its last page", open_month_of_quiet_account);
  measure (book, "a busy account's month opened", open_month_of_busy_account);
  measure (book, "the busiest account's month opened", open_month_of_busiest_account);
  measure (book, "every row of a quiet account's month", month_of_quiet_account);
  measure (book, "every row of a busy account's month", month_of_busy_account);
  return 0;
}
