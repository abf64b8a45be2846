/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A posting: a voucher for each step, posted and taken back as one act. */
#include "distribution/posting.h"

#include "book/act.h"
#include "capital/event.h"
#include "coop.h"
#include "distribution/error.h"
#include "distribution/posting-voucher.h"
#include "distribution/error.h"
#include "helpers/book.h"
#include "ledger/chart.h"
#include "ledger/closing.h"
#include "ledger/error.h"
#include "ledger/voucher.h"
#include "store/store.h"

static gint64
count (SheafBook  *book,
       const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  (void) sheaf_store_get_int (sheaf_book_store (book), sql, SHEAF_NO_ARGS, &n, &error);
  g_assert_no_error (error);
  return n;
}

#define ACTS "SELECT count (*) FROM audit"
#define REVERSALS "SELECT count (*) FROM voucher WHERE reverses_id IS NOT NULL"

static GPtrArray *
list (SheafBook *book)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *vouchers = sheaf_plan_voucher_list (book, 2025, &error);

  g_assert_no_error (error);
  return vouchers;
}

static SheafBook *
approved_coop (void)
{
  SheafBook *book = coop_new ();

  coop_close (book);
  coop_approve (book, coop_plan);
  return book;
}

/* The sum and number of rows of a step as worked by hand in test-approval.c. */
static const struct
{
  const char *step;
  guint       rows;
  gint64      sum;
  const char *text; /* how the description ends */
} steps[] = {
  { "common-fund", 2, 1300000, ": Trích Quỹ chung không chia" },
  { "fund:welfare", 2, 735000, ": Trích Quỹ phúc lợi" },
  { "shares:internal", 4, 5415000, "; Chia thu nhập nội bộ theo phần vốn góp" },
  { "shares:external", 4, 8550000, ": Chia thu nhập bên ngoài theo phần vốn góp" },
};

static void
test_steps (void)
{
  g_autoptr (SheafBook) book = approved_coop ();
  gint64 acts = count (book, ACTS);
  g_autoptr (GPtrArray) vouchers = NULL;
  g_autoptr (SheafApproval) approval = NULL;
  gint64 first = coop_post (book);

  g_assert_cmpint (count (book, ACTS), ==, acts + 1);
  vouchers = list (book);
  g_assert_cmpuint (vouchers->len, ==, G_N_ELEMENTS (steps));
  for (guint i = 0; i < vouchers->len; i++)
    {
      const SheafPlanVoucher *posted = vouchers->pdata[i];
      g_autoptr (SheafVoucher) voucher = sheaf_voucher_load (book, posted->voucher_id, NULL);
      gint64 sum = 0;

      for (guint k = 0; k < voucher->rows->len; k++)
        {
          const SheafVoucherRow *row = voucher->rows->pdata[k];

          sum += row->amount.units;
          g_assert_cmpstr (row->plan, ==, "2025");
        }
      g_test_message ("%s: %s", posted->step, voucher->description);
      g_assert_cmpstr (posted->step, ==, steps[i].step);
      g_assert_cmpstr (posted->number, ==, voucher->number);
      g_assert_true (g_str_has_suffix (voucher->description, steps[i].text));
      g_assert_true (g_str_has_prefix (voucher->description,
                                       "Phân phối thu nhập năm 2025 theo NQ 01/2026: "));
      g_assert_cmpint (voucher->layer, ==, SHEAF_LAYER_DISTRIBUTION);
      g_assert_cmpuint (voucher->rows->len, ==, steps[i].rows);
      g_assert_cmpint (sum, ==, steps[i].sum);
    }
  approval = sheaf_approval_find (book, 2025, NULL);
  g_assert_cmpint (approval->voucher_id, ==, first);
  g_assert_cmpint (approval->posting_id, ==, ((SheafPlanVoucher *) vouchers->pdata[0])->posting_id);
  g_assert_cmpint (approval->posted.days, ==, sheaf_date_new (2026, 3, 31).days);
}

/* Loss cover, earmark and what goes back of a provisional appropriation have vouchers of their
 * own. */
static void
test_all_steps (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (GPtrArray) vouchers = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *plan = g_strconcat (coop_plan, "[earmark gift]\naccount=4421\nside=external\n"
                                                  "amount=1000\n",
                                       NULL);

  coop_voucher (book, sheaf_date_new (2025, 9, 30), "4211", "418", 30000, "2025");
  coop_voucher (book, sheaf_date_new (2025, 10, 1), "6121", "1111", 9000000, NULL);
  coop_close (book);
  coop_approve (book, plan);
  (void) coop_post (book);
  vouchers = list (book);
  for (guint i = 0; i < vouchers->len; i++)
    g_string_append_printf (names, "%s ", ((SheafPlanVoucher *) vouchers->pdata[i])->step);
  g_assert_cmpstr (names->str, ==,
                   "loss-cover earmark:gift common-fund fund:welfare shares:external provisional ");
  g_assert_cmpint (coop_balance (book, "418"), ==, 0);
  g_assert_cmpuint (coop_verify (book), ==, 0);
}

/* What is told before is what posting then writes, step by step and to the đồng. */
static void
assert_preview_holds (SheafBook *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sums = sheaf_plan_post_preview (book, 2025, &error);
  g_autoptr (GPtrArray) vouchers = NULL;

  g_assert_no_error (error);
  (void) coop_post (book);
  vouchers = list (book);
  g_assert_cmpuint (sums->len, ==, vouchers->len);
  for (guint i = 0; i < sums->len; i++)
    {
      const SheafPlanStepSum *told = sums->pdata[i];
      const SheafPlanVoucher *posted = vouchers->pdata[i];
      g_autoptr (SheafVoucher) voucher = sheaf_voucher_load (book, posted->voucher_id, NULL);
      gint64 sum = 0;

      for (guint k = 0; k < voucher->rows->len; k++)
        sum += ((const SheafVoucherRow *) voucher->rows->pdata[k])->amount.units;
      g_test_message ("%s: %" G_GINT64_FORMAT, told->step, told->sum.units);
      g_assert_cmpstr (told->step, ==, posted->step);
      g_assert_cmpint (told->sum.units, ==, sum);
    }
}

static const SheafPlanStepSum *
find_sum (const GPtrArray *sums,
          const char      *step)
{
  for (guint i = 0; i < sums->len; i++)
    if (g_str_equal (((const SheafPlanStepSum *) sums->pdata[i])->step, step))
      return sums->pdata[i];
  return NULL;
}

/* 735,000 to the welfare fund, of which 600,000 were appropriated in the year; 30,000 to another
 * account, which the plan does not give to. */
static void
test_preview_tells_differences (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sums = NULL;

  coop_voucher (book, sheaf_date_new (2025, 9, 30), "4212", "3532", 200000, "2025");
  coop_voucher (book, sheaf_date_new (2025, 9, 30), "4211", "3532", 400000, "2025");
  coop_voucher (book, sheaf_date_new (2025, 9, 30), "4211", "418", 30000, "2025");
  coop_close (book);
  coop_approve (book, coop_plan);
  sums = sheaf_plan_post_preview (book, 2025, &error);
  g_assert_no_error (error);
  g_assert_null (find_sum (sums, "loss-cover"));
  g_assert_cmpint (find_sum (sums, "fund:welfare")->sum.units, ==, 735000 - 600000);
  g_assert_cmpint (find_sum (sums, "provisional")->sum.units, ==, 30000);
  assert_preview_holds (book);
}

/* The external profit meets the internal loss of 3,000,000. */
static void
test_preview_tells_losses (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sums = NULL;

  coop_voucher (book, sheaf_date_new (2025, 10, 1), "6121", "1111", 9000000, NULL);
  coop_close (book);
  coop_approve (book, coop_plan);
  sums = sheaf_plan_post_preview (book, 2025, &error);
  g_assert_no_error (error);
  g_assert_cmpint (find_sum (sums, "loss-cover")->sum.units, ==, 3000000);
  g_assert_null (find_sum (sums, "shares:internal"));
  assert_preview_holds (book);
}

/* Half of what the members get by use of the internal profit, 2,166,000 of 5,415,000. */
static void
test_preview_tells_capital (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sums = NULL;
  g_autofree char *plan = g_strconcat (coop_plan, "[payment use]\nmoney=0.5\ncapital=0.5\n", NULL);

  coop_close (book);
  coop_approve (book, plan);
  sums = sheaf_plan_post_preview (book, 2025, &error);
  g_assert_no_error (error);
  g_assert_cmpint (find_sum (sums, "shares:internal")->sum.units, ==, 5415000);
  g_assert_cmpint (find_sum (sums, "capital")->sum.units, ==, 2166000 / 2);
}

static void
test_preview_of_nothing_is_refused (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (GError) error = NULL;

  coop_close (book);
  g_assert_null (sheaf_plan_post_preview (book, 2025, &error));
  g_assert_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_STATE);
  g_assert_nonnull (strstr (error->message, "is not approved"));
}

static void
test_taken_back (void)
{
  g_autoptr (SheafBook) book = approved_coop ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) vouchers = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) again = NULL;
  gint64 acts;
  int    year = 0;

  (void) coop_post (book);
  vouchers = list (book);
  acts = count (book, ACTS);
  for (guint i = 0; i < vouchers->len; i++)
    {
      g_assert_true (sheaf_plan_year_of_voucher (
          book, ((SheafPlanVoucher *) vouchers->pdata[i])->voucher_id, &year, NULL));
      g_assert_cmpint (year, ==, 2025);
    }
  (void) sheaf_plan_unpost (book, 2025, sheaf_date_new (2026, 4, 1), "Sai nghị quyết", &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (book, ACTS), ==, acts + 1);
  g_assert_cmpint (count (book, REVERSALS), ==, vouchers->len);
  for (guint i = 0; i < vouchers->len; i++)
    g_assert_cmpint (sheaf_voucher_reversed_by (
                         book, ((SheafPlanVoucher *) vouchers->pdata[i])->voucher_id),
                     !=, 0);
  none = list (book);
  g_assert_cmpuint (none->len, ==, 0);
  (void) coop_post (book);
  again = list (book);
  g_assert_cmpuint (again->len, ==, vouchers->len);
  g_assert_cmpint (((SheafPlanVoucher *) again->pdata[0])->voucher_id, >,
                   ((SheafPlanVoucher *) vouchers->pdata[0])->voucher_id);
}

/* Refused for want of a reason, nothing is reversed. */
static void
test_reason (void)
{
  g_autoptr (SheafBook) book = approved_coop ();
  g_autoptr (GError) error = NULL;

  (void) coop_post (book);
  g_assert_false (sheaf_plan_unpost (book, 2025, sheaf_date_new (2026, 4, 1), "", &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_REVERSAL);
  g_assert_cmpint (count (book, REVERSALS), ==, 0);
}

/* A step reversed as a plain voucher would leave the rest of the posting. */
static void
test_one_step_alone (void)
{
  g_autoptr (SheafBook) book = approved_coop ();
  g_autoptr (GPtrArray) vouchers = NULL;

  (void) coop_post (book);
  vouchers = list (book);
  for (guint i = 0; i < vouchers->len; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (sheaf_voucher_reverse (
          book, ((SheafPlanVoucher *) vouchers->pdata[i])->voucher_id,
          sheaf_date_new (2026, 4, 1), "Sai", NULL, &error));
      g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_REVERSAL);
      g_assert_nonnull (strstr (error->message, "take the whole posting back"));
    }
  g_assert_cmpint (count (book, REVERSALS), ==, 0);
}

/* As books of earlier versions hold it: all rows in one voucher, of no step. */
static gint64
post_as_before (SheafBook *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafApproval) approval = sheaf_approval_find (book, 2025, &error);
  SheafDate day = sheaf_date_new (2026, 3, 31);
  g_autoptr (GPtrArray) made = sheaf_plan_make_vouchers (book, approval, day, &error);
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, day, "Phân phối");
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "plan-post", "2025", &error);
  gint64 id = 0;

  voucher->layer = SHEAF_LAYER_DISTRIBUTION;
  for (guint i = 0; i < made->len; i++)
    {
      SheafVoucher *step = ((SheafStepVoucher *) made->pdata[i])->voucher;

      while (step->rows->len > 0)
        g_ptr_array_add (voucher->rows, g_ptr_array_steal_index (step->rows, 0));
    }
  (void) sheaf_voucher_post (book, voucher, &id, &error);
  g_assert_no_error (error);
  (void) sheaf_store_run (
      sheaf_book_store (book),
      "INSERT INTO plan_posting (approval_id, voucher_id, act_id) VALUES ($1, $2, $3)",
      SHEAF_ARGS (SHEAF_INT (approval->id), SHEAF_INT (id), SHEAF_INT (sheaf_act_id (act))),
      &error);
  g_assert_no_error (error);
  (void) sheaf_act_commit (act, &error);
  g_assert_no_error (error);
  return id;
}

static void
test_posting_of_before (void)
{
  g_autoptr (SheafBook) book = approved_coop ();
  gint64 id = post_as_before (book);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) vouchers = list (book);
  SheafPlanState state;

  g_assert_cmpuint (vouchers->len, ==, 1);
  g_assert_null (((SheafPlanVoucher *) vouchers->pdata[0])->step);
  g_assert_cmpint (((SheafPlanVoucher *) vouchers->pdata[0])->voucher_id, ==, id);
  g_assert_true (sheaf_plan_state (book, 2025, &state, NULL));
  g_assert_cmpint (state, ==, SHEAF_PLAN_POSTED);
  g_assert_cmpuint (coop_verify (book), ==, 0);
  (void) sheaf_plan_unpost (book, 2025, sheaf_date_new (2026, 4, 1), "Sai nghị quyết", &error);
  g_assert_no_error (error);
  g_assert_true (sheaf_plan_state (book, 2025, &state, NULL));
  g_assert_cmpint (state, ==, SHEAF_PLAN_APPROVED);
  (void) coop_post (book);
  g_assert_cmpuint (coop_verify (book), ==, 0);
}

/* 16,000,000 of profit, everything appropriated to the accounts and members that the plan gives
 * to. */
static void
test_nothing_left_to_post (void)
{
  g_autoptr (SheafBook) book = approved_coop ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafApproval) approval = sheaf_approval_find (book, 2025, &error);
  SheafDate day = sheaf_date_new (2026, 3, 31);
  g_autoptr (GPtrArray) made = sheaf_plan_make_vouchers (book, approval, day, &error);

  for (guint i = 0; i < made->len; i++)
    {
      SheafVoucher *step = ((SheafStepVoucher *) made->pdata[i])->voucher;

      step->layer = SHEAF_LAYER_ORDINARY;
      for (guint k = 0; k < step->rows->len; k++)
        ((SheafVoucherRow *) step->rows->pdata[k])->memo = g_strdup ("tạm trích");
      (void) sheaf_voucher_post (book, step, NULL, &error);
      g_assert_no_error (error);
    }
  g_assert_false (sheaf_plan_post (book, 2025, day, NULL, &error));
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "was appropriated before"));
  g_clear_error (&error);
  g_assert_null (sheaf_plan_post_preview (book, 2025, &error));
  g_assert_nonnull (strstr (error->message, "was appropriated before"));
}

/* L left in July: what the plan leaves in as capital has no member to belong to. Nothing is posted,
 * neither vouchers nor other members' capital. */
static void
test_leaver_with_capital (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autofree char *plan = g_strconcat (coop_plan, "[payment capital]\nmoney=0\ncapital=1\n", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) vouchers = NULL;

  coop_close (book);
  coop_approve (book, plan);
  before = sheaf_capital_list (book, 0, &error);
  g_assert_false (sheaf_plan_post (book, 2025, sheaf_date_new (2026, 3, 31), NULL, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_STATE);
  g_assert_nonnull (strstr (error->message, "L is no member any more"));
  g_assert_nonnull (strstr (error->message, "money=1 in [payment capital]"));
  vouchers = sheaf_plan_voucher_list (book, 2025, NULL);
  g_assert_cmpuint (vouchers->len, ==, 0);
  after = sheaf_capital_list (book, 0, NULL);
  g_assert_cmpuint (after->len, ==, before->len);
  g_assert_cmpint (coop_balance (book, "338"), ==, 0);
  g_assert_cmpuint (coop_verify (book), ==, 0);
}

/* Nothing was appropriated, and nothing is to be: all is carried forward, as only a charter may. */
static void
test_nothing_given (void)
{
  const SheafBookSpec spec = {
    .name = "Club", .year = 2025, .chart = "intl", .law = "charter"
  };
  const SheafActor       actor = test_actor (sheaf_date_new (2026, 12, 31));
  const SheafClosingKeys keys = { .key = SHEAF_CLOSING_ALL_EXTERNAL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafBook)
      book = sheaf_book_create (":memory:", &spec, &actor, sheaf_ledger_set_up, &error);

  g_assert_no_error (error);
  coop_voucher (book, sheaf_date_new (2025, 5, 1), "1011", "4122", 1000, NULL);
  (void) sheaf_closing_post (book, 2025, &keys, NULL, &error);
  g_assert_no_error (error);
  coop_approve (book, "[plan]\nlaw=charter\ncarry-forward=1000\n");
  g_assert_false (sheaf_plan_post (book, 2025, sheaf_date_new (2026, 3, 31), NULL, &error));
  g_assert_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_STATE);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "gives nothing to a fund or a member"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/posting/each-step-has-its-voucher-in-one-act", test_steps);
  g_test_add_func ("/posting/losses-earmarks-and-what-goes-back-are-steps-too", test_all_steps);
  g_test_add_func ("/posting/what-is-told-before-is-the-difference",
                   test_preview_tells_differences);
  g_test_add_func ("/posting/what-is-told-before-has-the-losses", test_preview_tells_losses);
  g_test_add_func ("/posting/what-is-told-before-has-the-capital", test_preview_tells_capital);
  g_test_add_func ("/posting/what-is-not-approved-is-not-told-before",
                   test_preview_of_nothing_is_refused);
  g_test_add_func ("/posting/all-steps-are-taken-back-in-one-act", test_taken_back);
  g_test_add_func ("/posting/taking-back-needs-a-reason", test_reason);
  g_test_add_func ("/posting/no-step-is-taken-back-alone", test_one_step_alone);
  g_test_add_func ("/posting/a-posting-of-one-voucher-stands-as-before", test_posting_of_before);
  g_test_add_func ("/posting/nothing-left-to-post-is-refused", test_nothing_left_to_post);
  g_test_add_func ("/posting/who-left-leaves-nothing-in", test_leaver_with_capital);
  g_test_add_func ("/posting/a-plan-that-gives-nothing-says-so", test_nothing_given);
  return g_test_run ();
}
