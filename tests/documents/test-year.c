/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The papers of a whole year: shared, approved, posted and paid. */
#include "documents/reader.h"

#include "book/setting.h"
#include "distribution/coop.h"
#include "documents/error.h"
#include "documents/paper.h"
#include "helpers/paper.h"
#include "ledger/party.h"
#include "members/member.h"
#include "payouts/batch.h"
#include "payouts/return.h"

#include <glib/gstdio.h>
#include <string.h>

/* Shares of the co-op in distribution/coop.c, worked out by hand in its test. */
#define SHARE_A "5.447.379"
#define SHARE_L "1.003.534"
#define SHARES "13.965.000"
#define SHARES_IN_WORDS "Mười ba triệu chín trăm sáu mươi lăm nghìn đồng"
/* Less the tax of 5 % on the parts by capital. */
#define NET_L "964.187"
#define NET "13.429.199"
#define NET_IN_WORDS "Mười ba triệu bốn trăm hai mươi chín nghìn một trăm chín mươi chín"

static char *
read_paper (SheafBook  *book,
            const char *name,
            const char *member)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sheaf_paper_make (book, name, 2025, member, &error);
  g_autofree char *folder = reader_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  char            *text;

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  text = reader_text ("pdftotext -layout", path);
  reader_drop (path, folder);
  return text;
}

static void
assert_has (const char *text,
            const char *part)
{
  if (text != NULL && strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

static void
approved (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autofree char *text = NULL;

  coop_close (book);
  coop_approve (book, coop_plan);
  text = read_paper (book, "payout-list", NULL);
  assert_has (text, SHARES);
  assert_has (text, SHARES_IN_WORDS);
  assert_has (text, "Theo Nghị quyết số");
}

static void
one_member (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  coop_close (book);
  coop_approve (book, coop_plan);
  text = read_paper (book, "member-statements", "A");
  assert_has (text, "mã số A");
  assert_has (text, SHARE_A);
  assert_has (text, "Còn được nhận: " SHARE_A);
  assert_has (text, "Trang 1/1");
  g_assert_true (text == NULL || strstr (text, "mã số B") == NULL);
  g_assert_null (sheaf_paper_make (book, "member-statements", 2025, "D", &error));
  g_assert_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_EMPTY);
}

static gint64
pay (SheafBook        *book,
     SheafPayoutMethod method)
{
  SheafPayoutSpec spec = { .year = 2025,
                           .method = method,
                           .date = sheaf_date_new (2026, 4, 10),
                           .minimum = SHEAF_MONEY (-1) };
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  coop_close (book);
  coop_approve (book, coop_plan);
  (void) coop_post (book);
  (void) sheaf_payout_make (book, &spec, problems, &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
paid (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autofree char *statement = NULL;
  g_autofree char *payments = NULL;
  g_autofree char *slips = NULL;

  (void) pay (book, SHEAF_PAYOUT_CASH);
  statement = read_paper (book, "member-statements", "L");
  payments = read_paper (book, "payments", NULL);
  slips = read_paper (book, "payment-slips", NULL);
  assert_has (statement, "Đã trả " NET_L " đồng ngày 10/04/2026.");
  assert_has (payments, NET);
  assert_has (payments, NET_IN_WORDS);
  assert_has (slips, "Số tiền: " NET_L " đồng");
  assert_has (slips, "mã thành viên L");
}

/* The text of a paper of a list. */
static char *
read_batch (SheafBook      *book,
            gint64          id,
            SheafBatchPaper paper)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sheaf_paper_make_batch (book, 2025, id, paper, problems, &error);
  g_autofree char *folder = reader_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  char            *text;

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  text = reader_text ("pdftotext -layout", path);
  reader_drop (path, folder);
  return text;
}

/* The same book counted in cents: figures, words and units agree on every paper. */
static void
in_euro (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *statement = NULL, *shares = NULL, *list = NULL, *vouchers = NULL, *slips = NULL;
  gint64           id = pay (book, SHEAF_PAYOUT_CASH);

  g_assert_true (sheaf_setting_write (book, "currency", "EUR", &error));
  g_assert_no_error (error);
  statement = read_paper (book, "member-statements", "L");
  shares = read_paper (book, "payout-list", NULL);
  list = read_batch (book, id, SHEAF_BATCH_PAPER_LIST);
  vouchers = read_batch (book, id, SHEAF_BATCH_PAPER_VOUCHERS);
  slips = read_batch (book, id, SHEAF_BATCH_PAPER_SLIPS);
  assert_has (statement, "Đã trả 9.641,87 euro ngày 10/04/2026.");
  assert_has (statement, "1.590,6116"); /* the exact part, to a hundredth of a cent */
  assert_has (shares, "139.650,00");
  assert_has (shares, "Đơn vị tính: euro");
  assert_has (shares, "hai trăm chín mươi mốt euro và chín mươi chín xu.");
  assert_has (list, "134.291,99");
  assert_has (list, "hai trăm chín mươi mốt euro và chín mươi");
  assert_has (vouchers, "Số tiền: 9.641,87 euro");
  assert_has (slips, "Thực nhận (euro)");
  assert_has (slips, "Chín nghìn sáu trăm bốn mươi mốt euro và tám");
  if (statement != NULL)
    g_assert_null (strstr (statement, "đồng)"));
}

/* A has two thirds of 3,420,000 by use, 2,280,000, of which 0.7 is 1,596,000 of capital; and by
 * capital 3650 of 9135 parts, of 2,280,000 internal and 9,000,000 external: 911,002 and 3,596,059,
 * which is taxed with 5 %. */
#define CAPITAL_A 1596000
#define MONEY_A (2280000 + 911002 + 3596059 - CAPITAL_A)
#define TAX_A 225353
static const char *const plan_with_capital = "[plan]\nleavers=no\n"
                                             "[common-fund]\ninternal-rate=0.05\n"
                                             "external-rate=0.10\n"
                                             "[internal]\nuse=0.6\ncapital=0.4\n"
                                             "[external]\ncapital=1\n"
                                             "[payment use]\nmoney=0.3\ncapital=0.7\n";

/* The figure behind the label; 0 where there is no such line. */
static gint64
figure_after (const char *text,
              const char *label)
{
  const char *at = strstr (text, label);
  gint64      figure = 0;

  if (at == NULL)
    return 0;
  for (at += strlen (label); *at == '.' || g_ascii_isdigit (*at); at++)
    if (*at != '.')
      figure = figure * 10 + (*at - '0');
  return figure;
}

/* Total = capital + tax + paid + open, before and after payment and when the money came back. */
static void
assert_adds_up (SheafBook *book,
                gint64     capital,
                gint64     tax,
                gint64     paid,
                gint64     open)
{
  g_autofree char *text = read_paper (book, "member-statements", "A");

  if (text == NULL)
    return;
  g_assert_cmpint (figure_after (text, "Ghi tăng vốn góp: "), ==, capital);
  g_assert_cmpint (figure_after (text, "Đã khấu trừ thuế TNCN: "), ==, tax);
  g_assert_cmpint (figure_after (text, "Đã trả "), ==, paid);
  g_assert_cmpint (figure_after (text, "Còn được nhận: "), ==, open);
}

static void
in_capital (void)
{
  SheafPayoutSpec spec = { .year = 2025,
                           .method = SHEAF_PAYOUT_CASH,
                           .date = sheaf_date_new (2026, 4, 10),
                           .minimum = SHEAF_MONEY (-1) };
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *list = NULL;
  gint64           id = 0;

  coop_close (book);
  coop_approve (book, plan_with_capital);
  (void) coop_post (book);
  assert_adds_up (book, CAPITAL_A, 0, 0, MONEY_A);
  list = read_paper (book, "payout-list", NULL);
  assert_has (list, "Ghi tăng");
  assert_has (list, "5.191.061"); /* MONEY_A: what A signs for */
  (void) sheaf_payout_make (book, &spec, problems, &id, &error);
  g_assert_no_error (error);
  assert_adds_up (book, CAPITAL_A, TAX_A, MONEY_A - TAX_A, 0);
  (void) sheaf_payout_return (book, id, sheaf_party_find (book, "A"), SHEAF_PAYOUT_RETURN_UNCLAIMED,
                              sheaf_date_new (2026, 4, 20), "Vắng mặt", NULL, &error);
  g_assert_no_error (error);
  assert_adds_up (book, CAPITAL_A, TAX_A, 0, MONEY_A - TAX_A);
}

/* A paper of the list that nothing is on but what warnings say; the error where it is refused. */
static void
assert_batch_empty (SheafBook      *book,
                    gint64          id,
                    SheafBatchPaper paper,
                    const char     *why)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (sheaf_paper_make_batch (book, 2025, id, paper, problems, &error));
  g_assert_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_EMPTY);
  assert_has (error->message, why);
}

static void
nothing_stands (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (GError) error = NULL;
  gint64                   id = pay (book, SHEAF_PAYOUT_CASH);
  static const char *const codes[] = { "A", "B", "C", "L" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      (void) sheaf_payout_return (book, id, sheaf_party_find (book, codes[i]),
                                  SHEAF_PAYOUT_RETURN_UNCLAIMED, sheaf_date_new (2026, 4, 20),
                                  "Vắng mặt", NULL, &error);
      g_assert_no_error (error);
    }
  assert_batch_empty (book, id, SHEAF_BATCH_PAPER_VOUCHERS, "No payment of the list stands");
  assert_batch_empty (book, id, SHEAF_BATCH_PAPER_SLIPS, "No payment of the list stands");
}

/* B alone has an account, which is too long for a code; the bank gets the list all the same. */
static void
slips_without_code (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafMember) member = NULL;
  g_autoptr (GBytes) slips = NULL;
  gint64 id;

  coop_voucher (book, sheaf_date_new (2025, 12, 1), "1121", "1111", 10000000, NULL);
  member = sheaf_member_load (book, sheaf_member_find (book, "B"), &error);
  g_assert_no_error (error);
  g_free (member->bank_account);
  member->bank_account = g_strdup ("01234567890123456789");
  (void) sheaf_member_change (book, member, "Số mới", &error);
  g_assert_no_error (error);
  id = pay (book, SHEAF_PAYOUT_BANK);
  slips = sheaf_paper_make_batch (book, 2025, id, SHEAF_BATCH_PAPER_SLIPS, problems, &error);
  g_assert_no_error (error);
  g_assert_nonnull (slips);
  g_assert_cmpuint (problems->warnings, ==, 1);
  assert_has (((SheafProblem *) problems->items->pdata[0])->text,
              "B, Nguyễn Văn B: the slip has no code to transfer by (");
  assert_batch_empty (book, id, SHEAF_BATCH_PAPER_VOUCHERS, "A list through the bank");
}

static void
whole_folder (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (GPtrArray) batch = NULL;
  g_autofree char *folder = reader_folder ();
  gint64           id = pay (book, SHEAF_PAYOUT_CASH);
  guint            n = 0;

  paths = sheaf_paper_write (book, 2025, folder, NULL, problems, &error);
  g_assert_no_error (error);
  while (sheaf_paper_at (n) != NULL)
    n++;
  g_assert_cmpuint (paths->len, ==, n);
  g_assert_cmpuint (problems->items->len, ==, 0);
  batch = sheaf_paper_write_batch (book, 2025, id, folder, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (batch->len, ==, 2);
  g_ptr_array_extend_and_steal (paths, g_steal_pointer (&batch));
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *report = reader_run ("qpdf --check", g_ptr_array_index (paths, i));

      assert_has (report, "No syntax or stream encoding errors found");
      test_paper_expect_clear (g_ptr_array_index (paths, i));
      if (g_getenv ("SHEAF_KEEP_PAPERS") == NULL)
        g_assert_cmpint (g_remove (g_ptr_array_index (paths, i)), ==, 0);
    }
  if (g_getenv ("SHEAF_KEEP_PAPERS") == NULL)
    g_assert_cmpint (g_remove (folder), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/year/distribution-list-has-the-shares-worked-by-hand", approved);
  g_test_add_func ("/year/one-member-alone", one_member);
  g_test_add_func ("/year/payments-are-told-to-the-member", paid);
  g_test_add_func ("/year/papers-of-a-book-in-euro-say-euro", in_euro);
  g_test_add_func ("/year/what-became-capital-is-not-to-be-paid", in_capital);
  g_test_add_func ("/year/a-list-without-payments-has-no-vouchers-and-slips", nothing_stands);
  g_test_add_func ("/year/slips-without-a-code-are-told", slips_without_code);
  g_test_add_func ("/year/every-paper-of-the-year-is-sound", whole_folder);
  return g_test_run ();
}
