/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What law and books say to a capital event in its dialog: a question, or a refusal at the
 * field. */
#include "capital-fixture.h"

typedef struct
{
  const char *name;
  guint       kind;
  const char *member;
  const char *amount;
  const char *to;    /* who receives; NULL: nobody is named */
  const char *text;  /* what is said */
  const char *field; /* where; NULL: it is a question, the act can go on */
} Guard;

static const Guard guards[] = {
  { "passing-thirty-percent-is-asked", COMMIT, "TV001", "400tr", NULL, "TV001 holds 570",
    NULL },
  { "associates-above-thirty-percent-are-asked", COMMIT, "TV019", "250tr", NULL,
    "contributing associate members together", NULL },
  { "paying-more-than-promised-is-refused", PAY, "TV001", "1tr", NULL, "above the commitment",
    "amount_entry" },
  { "giving-back-more-than-paid-is-refused", REFUND, "TV001", "171tr", NULL,
    "more than is paid in", "amount_entry" },
  { "passing-on-to-oneself-is-refused", TRANSFER, "TV001", "1tr", "TV001", "needs another member",
    "to_picker" },
  { "one-who-left-pays-nothing-in", COMMIT, "TV017", "1tr", NULL, "TV017 is no member",
    "member_picker" },
  { "in-kind-needs-an-account", IN_KIND, "TV001", "1tr", NULL, "needs the account",
    "account_picker" },
  { "what-cannot-be-read-is-told-at-the-field", PAY, "TV001", "nhiều", NULL, "nhiều",
    "amount_entry" },
};

static void
test_guard (BookFixture  *fixture,
            gconstpointer data)
{
  const Guard *guard = data;
  GtkWidget   *dialog = capital_fixture_begin (fixture, guard->kind, guard->member, "31/12/2025",
                                               guard->amount);

  if (guard->to != NULL)
    capital_fixture_type (dialog, "to_picker", guard->to);
  if (guard->field == NULL)
    capital_fixture_expect_question (fixture, dialog, guard->text);
  else
    capital_fixture_expect_refusal (fixture, dialog, guard->text, guard->field);
}

static void
test_nothing_typed_is_no_fault_yet (BookFixture  *fixture,
                                    gconstpointer data)
{
  GtkWidget *dialog = capital_fixture_begin (fixture, PAY, "", "31/12/2025", "");

  (void) data;
  window_fixture_settle ();
  g_assert_false (book_fixture_has_problem (dialog));
  book_fixture_act (dialog, "event.save");
  window_fixture_wait (book_fixture_has_problem, dialog);
  g_assert_true (book_fixture_says (dialog, "no member is named"));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
add_tests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (guards); i++)
    {
      g_autofree char *path = g_strconcat ("/capital-guards/", guards[i].name, NULL);

      g_test_add (path, BookFixture, &guards[i], book_fixture_set_up, test_guard,
                  book_fixture_tear_down);
    }
  BOOK_FIXTURE_ADD ("/capital-guards/nothing-typed-is-no-fault-yet",
                    test_nothing_typed_is_no_fault_yet);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}
