/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts, own templates, recurring entries, attachments and VAT lists from the command line. */
#include "helpers/cli.h"

#include <string.h>

static void
set_up (TestCliFixture *fixture,
        gconstpointer   data)
{
  test_cli_set_up (fixture, data);
  test_import (fixture, "vouchers",
               "number,date,kind,description,debit,credit,amount\n"
               "PT1,2025-01-01,receipt,Thu tiền quỹ,1111,4118,50000000\n");
}

static void
tear_down (TestCliFixture *fixture,
           gconstpointer   data)
{
  test_do ("verify", fixture->book, NULL);
  test_cli_tear_down (fixture, data);
}

/* Runs and expects a refusal that says part. */
static void
refuse (int         status,
        const char *part,
        ...) G_GNUC_NULL_TERMINATED;

static void
refuse (int         status,
        const char *part,
        ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (TestRun) run = NULL;
  va_list args;

  va_start (args, part);
  for (const char *word = va_arg (args, const char *); word != NULL;
       word = va_arg (args, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (args);
  g_ptr_array_add (words, NULL);
  run = test_run_words ((const char *const *) words->pdata);
  test_run_expect (run, status);
  test_contains (run->err, part);
}

static char *
add_drafts (TestCliFixture *fixture)
{
  g_autofree char *file = test_file (
      fixture->folder, "drafts.csv",
      "number,date,kind,description,debit,credit,amount,credit_party\n"
      ",2025-02-05,payment,Mua văn phòng phẩm,642,1111,=12*25000,\n"
      ",5/2,journal,Chưa rõ,642,331,khoảng 2tr,AI\n",
      -1);

  return test_done ("draft", fixture->book, "--add", file, NULL);
}

static void
test_draft_life (TestCliFixture *fixture,
                 gconstpointer   data)
{
  g_autofree char *kept = add_drafts (fixture);
  g_autofree char *list = test_done ("drafts", fixture->book, "--format", "csv", NULL);
  g_autoptr (TestRun) shown = test_run ("draft", fixture->book, "--show", "2", "--format", "csv",
                                        NULL);
  g_autofree char *copy = NULL;
  g_autofree char *posted = NULL;
  g_autofree char *journal = NULL;
  g_autofree char *paper = NULL;
  g_autofree char *files = NULL;

  (void) data;
  test_contains (kept, "Draft 2 is kept.");
  test_contains (list, "id,kind,date,description,amount,user,saved_at,undos,redos\n");
  test_contains (list, "1,payment,2025-02-05,Mua văn phòng phẩm,300000,");
  test_contains (list, "2,journal,5/2,Chưa rõ,0,");
  test_run_expect (shown, 0);
  test_contains (shown->out, "khoảng 2tr");
  test_contains (shown->err, "AI");
  refuse (1, "khoảng 2tr", "draft", fixture->book, "--post", "2", NULL);
  posted = test_done ("draft", fixture->book, "--post", "1", NULL);
  test_contains (posted, "Voucher PC00001 is posted.");
  refuse (1, "no draft 1", "draft", fixture->book, "--post", "1", NULL);
  copy = test_done ("draft", fixture->book, "--copy", "payment/PC00001", "--date", "2025-03-05",
                    NULL);
  test_contains (copy, "Draft 3 is kept.");
  paper = test_file (fixture->folder, "hoa-don.png", "png", 3);
  refuse (1, "cannot be read", "draft", fixture->book, "--post", "3", "--attach", "/nowhere", NULL);
  test_do ("draft", fixture->book, "--post", "3", "--attach", paper, NULL);
  files = test_done ("attachments", fixture->book, "--voucher", "payment/PC00002", NULL);
  test_contains (files, "hoa-don.png");
  test_do ("draft", fixture->book, "--drop", "2", NULL);
  journal = test_done ("journal", fixture->book, "--account", "642", "--format", "csv", NULL);
  test_contains (journal, "PC00001,2025-02-05,payment,Mua văn phòng phẩm,642,1111,300000");
  test_contains (journal, "PC00002,2025-03-05,payment,Mua văn phòng phẩm,642,1111,300000");
  g_free (list);
  list = test_done ("drafts", fixture->book, "--format", "csv", NULL);
  g_assert_cmpstr (list, ==, "id,kind,date,description,amount,user,saved_at,undos,redos\n");
}

static void
test_draft_refusals (TestCliFixture *fixture,
                     gconstpointer   data)
{
  g_autofree char *bad = test_file (fixture->folder, "bad.csv", "number,colour\n1,2\n", -1);
  g_autofree char *torn = test_file (fixture->folder, "torn.csv", "kind,debit\njournal\n", -1);
  g_autofree char *empty = test_file (fixture->folder, "empty.csv", "", -1);
  g_autofree char *kept = add_drafts (fixture);

  (void) data;
  refuse (1, "colour", "draft", fixture->book, "--add", bad, NULL);
  refuse (1, "the row has 1 fields", "draft", fixture->book, "--add", torn, NULL);
  refuse (1, "empty", "draft", fixture->book, "--add", empty, NULL);
  refuse (2, "one thing", "draft", fixture->book, NULL);
  refuse (2, "one thing", "draft", fixture->book, "--drop", "1", "--undo", "1", NULL);
  refuse (2, "--show", "draft", fixture->book, "--show", "x", NULL);
  refuse (1, "no earlier version", "draft", fixture->book, "--undo", "1", NULL);
  refuse (1, "no later version", "draft", fixture->book, "--redo", "1", NULL);
  refuse (2, "KIND/NUMBER", "draft", fixture->book, "--copy", "PC1", NULL);
  refuse (1, "PC9", "draft", fixture->book, "--copy", "payment/PC9", NULL);
  test_do ("draft", fixture->book, "--drop", "1", NULL);
}

static void
test_template_life (TestCliFixture *fixture,
                    gconstpointer   data)
{
  g_autofree char *kept = add_drafts (fixture);
  g_autofree char *list = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *used = NULL;
  g_autofree char *posted = NULL;
  g_autofree char *journal = NULL;

  (void) data;
  test_do ("template", fixture->book, "Văn phòng phẩm", "--from-draft", "1", NULL);
  test_do ("template", fixture->book, "Thu quỹ", "--from", "receipt/PT1", NULL);
  list = test_done ("templates", fixture->book, "--format", "csv", NULL);
  g_assert_cmpstr (list, ==,
                   "name,kind,description,rows\n"
                   "Thu quỹ,receipt,Thu tiền quỹ,1\n"
                   "Văn phòng phẩm,payment,Mua văn phòng phẩm,1\n");
  g_free (list);
  list = test_done ("templates", fixture->book, "--search", "van PHONG", "--format", "csv", NULL);
  g_assert_null (strstr (list, "Thu quỹ"));
  shown = test_done ("template", fixture->book, "Văn phòng phẩm", "--format", "csv", NULL);
  test_contains (shown, ",,payment,Mua văn phòng phẩm,642,1111,=12*25000");
  used = test_done ("template", fixture->book, "Văn phòng phẩm", "--use", "--date", "2025-04-01",
                    NULL);
  test_contains (used, "Draft 3 is kept.");
  posted = test_done ("template", fixture->book, "Văn phòng phẩm", "--use", "--date", "2025-04-02",
                      "--amount", "1==2*1000", "--post", NULL);
  test_contains (posted, "is posted.");
  journal = test_done ("journal", fixture->book, "--account", "642", "--format", "csv", NULL);
  test_contains (journal, "2025-04-02,payment,Mua văn phòng phẩm,642,1111,2000");
  refuse (2, "--amount 2=5", "template", fixture->book, "Thu quỹ", "--use", "--amount", "2=5",
          NULL);
  refuse (2, "one thing", "template", fixture->book, "Thu quỹ", "--use", "--drop", NULL);
  refuse (1, "Không có", "template", fixture->book, "Không có", NULL);
  /* Nothing is replaced by mistake. */
  refuse (1, "give --replace", "template", fixture->book, "Thu quỹ", "--from", "receipt/PT1", NULL);
  test_do ("template", fixture->book, "Thu quỹ", "--from", "receipt/PT1", "--replace", NULL);
  test_do ("template", fixture->book, "Thu quỹ", "--drop", NULL);
  refuse (1, "Thu quỹ", "template", fixture->book, "Thu quỹ", "--use", NULL);
}

static void
test_recurring_life (TestCliFixture *fixture,
                     gconstpointer   data)
{
  g_autofree char *kept = add_drafts (fixture);
  g_autofree char *due = NULL;
  g_autofree char *all = NULL;

  (void) data;
  test_do ("template", fixture->book, "VPP", "--from-draft", "1", NULL);
  refuse (2, "--months", "recurring", fixture->book, "--add", "VPP", NULL);
  refuse (1, "KHAC", "recurring", fixture->book, "--add", "KHAC", "--months", "1", "--first",
          "2025-01-31", NULL);
  test_do ("recurring", fixture->book, "--add", "VPP", "--months", "1", "--first", "2025-01-31",
           "--last", "2025-04-30", NULL);
  refuse (1, "give --replace", "recurring", fixture->book, "--add", "VPP", "--months", "2",
          "--first", "2025-01-31", NULL);
  test_do ("recurring", fixture->book, "--add", "VPP", "--months", "1", "--first", "2025-01-31",
           "--last", "2025-04-30", "--replace", NULL);
  all = test_done ("recurring", fixture->book, "--all", "--format", "csv", NULL);
  g_assert_cmpstr (all, ==, "template,months,first,last\nVPP,1,2025-01-31,2025-04-30\n");
  test_do ("recurring", fixture->book, "--post", "VPP", "--due", "2025-02-28", NULL);
  test_do ("recurring", fixture->book, "--skip", "VPP", "--due", "2025-01-31", "--reason",
           "Còn hàng", NULL);
  refuse (1, "done for that day", "recurring", fixture->book, "--post", "VPP", "--due",
          "2025-02-28", NULL);
  refuse (1, "not due", "recurring", fixture->book, "--skip", "VPP", "--due", "2025-02-27",
          "--reason", "x", NULL);
  refuse (2, "one thing", "recurring", fixture->book, "--post", "VPP", "--end", "VPP", NULL);
  due = test_done ("recurring", fixture->book, "--on", "2025-12-31", "--format", "csv", NULL);
  g_assert_cmpstr (due, ==,
                   "due,template,kind,description,earlier\n"
                   "2025-03-31,VPP,payment,Mua văn phòng phẩm,0\n"
                   "2025-04-30,VPP,payment,Mua văn phòng phẩm,1\n");
  test_do ("reverse", fixture->book, "payment", "PC00001", "--date", "2025-03-01", "--reason",
           "Nhầm", NULL);
  g_free (due);
  due = test_done ("recurring", fixture->book, "--today", "2025-02-28", "--format", "csv", NULL);
  test_contains (due, "2025-02-28,VPP");
  refuse (1, "end its recurring entry first", "template", fixture->book, "VPP", "--drop", NULL);
  test_do ("recurring", fixture->book, "--end", "VPP", NULL);
  test_do ("template", fixture->book, "VPP", "--drop", NULL);
}

static void
test_attachment_life (TestCliFixture *fixture,
                      gconstpointer   data)
{
  g_autofree char *path = test_file (fixture->folder, "hoa don.pdf", "%PDF\0\1\2", 7);
  g_autofree char *again = g_build_filename (fixture->folder, "again.pdf", NULL);
  g_autofree char *out = test_done ("attach", fixture->book, "receipt/PT1", path, NULL);
  g_autofree char *list = test_done ("attachments", fixture->book, "--voucher", "receipt/PT1",
                                     "--format", "csv", NULL);
  g_autofree char *bytes = NULL;
  gsize            length;

  (void) data;
  test_contains (out, "hoa don.pdf is attachment 1.");
  test_contains (list, "1,receipt,PT1,2025-01-01,hoa don.pdf,application/pdf,7,");
  test_do ("attachment", fixture->book, "1", "-o", again, NULL);
  g_assert_true (g_file_get_contents (again, &bytes, &length, NULL));
  g_assert_cmpmem (bytes, (int) length, "%PDF\0\1\2", 7);
  refuse (1, "attached to this voucher already", "attach", fixture->book, "receipt/PT1", path,
          NULL);
  refuse (1, "PT9", "attach", fixture->book, "receipt/PT9", path, NULL);
  refuse (1, "cannot be read", "attach", fixture->book, "receipt/PT1", "/nowhere/x.pdf", NULL);
  refuse (2, "-o", "attachment", fixture->book, "1", NULL);
  refuse (2, "no attachment", "attachment", fixture->book, "x", "-o", again, NULL);
  refuse (1, "no attachment 9", "attachment", fixture->book, "9", "-o", again, NULL);
  refuse (2, "--reason", "attachment", fixture->book, "1", "--withdraw", NULL);
  test_do ("attachment", fixture->book, "1", "--withdraw", "--reason", "Nhầm phiếu", NULL);
  g_free (list);
  list = test_done ("attachments", fixture->book, "--format", "csv", NULL);
  g_assert_null (strstr (list, "hoa don"));
  g_free (list);
  list = test_done ("attachments", fixture->book, "--withdrawn", "--format", "csv", NULL);
  test_contains (list, "Nhầm phiếu");
}

static void
test_attachment_limit (TestCliFixture *fixture,
                       gconstpointer   data)
{
  g_autofree char *large = g_malloc0 (1000001);
  g_autofree char *path = test_file (fixture->folder, "scan.jpg", large, 1000001);

  (void) data;
  test_do ("set", fixture->book, "attachment-limit", "1", NULL);
  refuse (1, "at most 1 MB", "attach", fixture->book, "receipt/PT1", path, NULL);
}

static void
test_bundle_carries_attachments (TestCliFixture *fixture,
                                 gconstpointer   data)
{
  g_autofree char *path = test_file (fixture->folder, "a.bin", "\0\1\2\3", 4);
  g_autofree char *bundle = g_build_filename (fixture->folder, "bundle", NULL);
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.sheaf", NULL);
  g_autofree char *out = g_build_filename (fixture->folder, "out.bin", NULL);
  g_autofree char *list = NULL;
  g_autofree char *list_of_copy = NULL;
  g_autofree char *bytes = NULL;
  gsize            length;

  (void) data;
  test_do ("attach", fixture->book, "receipt/PT1", path, NULL);
  test_do ("attachment", fixture->book, "1", "--withdraw", "--reason", "Nhầm", NULL);
  test_do ("attach", fixture->book, "receipt/PT1", path, NULL);
  test_do ("export", fixture->book, "bundle", bundle, NULL);
  test_do ("new", copy, "--name", "HTX Mẫu", "--year", "2025", NULL);
  test_do ("import", copy, "bundle", bundle, NULL);
  list = test_done ("export", fixture->book, "attachments", NULL);
  list_of_copy = test_done ("export", copy, "attachments", NULL);
  g_assert_cmpstr (list_of_copy, ==, list);
  test_contains (list, "receipt,PT1,2025,a.bin,application/octet-stream,4,");
  test_do ("attachment", copy, "2", "-o", out, NULL);
  g_assert_true (g_file_get_contents (out, &bytes, &length, NULL));
  g_assert_cmpmem (bytes, (int) length, "\0\1\2\3", 4);
  test_do ("verify", copy, NULL);
}

static void
test_import_reads_nothing_outside (TestCliFixture *fixture,
                                   gconstpointer   data)
{
  static const char *const places[] = { "../book.sheaf", "/etc/hostname", "files/none" };
  g_autofree char         *changed = NULL;

  (void) data;
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "voucher_kind,voucher,year,name,file\nreceipt,PT1,2025,a.txt,%s\n", places[i]);
      g_autofree char *list = test_file (fixture->folder, "attachments.csv", text, -1);

      refuse (1, "file", "import", fixture->book, "attachments", list, NULL);
    }
  g_free (test_file (fixture->folder, "b.txt", "b", -1));
  changed = test_file (
      fixture->folder, "attachments.csv",
      "voucher_kind,voucher,year,name,file,sha256\nreceipt,PT1,2025,b.txt,b.txt,0\n", -1);
  refuse (1, "sha256", "import", fixture->book, "attachments", changed, NULL);
}

static void
test_vat_lists (TestCliFixture *fixture,
                gconstpointer   data)
{
  g_autofree char *vouchers =
      test_file (fixture->folder, "vouchers.csv",
                 "number,date,kind,description,debit,credit,amount,debit_party,credit_party\n"
                 "M1,2025-02-05,journal,Mua vật tư,1331,331,100000,,NCC1\n"
                 "B1,2025-02-10,journal,Bán hàng,131,3331,50000,KH1,\n"
                 "C1,2025-03-20,payment,Nộp thuế GTGT,3331,1111,30000,,\n",
                 -1);
  g_autofree char *invoices =
      test_file (fixture->folder, "invoices.csv",
                 "voucher_kind,voucher,direction,number,date,serial,party,tax_code,base,rate,"
                 "deductible\n"
                 "journal,M1,in,17,2025-02-05,C25T,NCC1,0100109106,1000000,10,yes\n"
                 "journal,B1,out,1,2025-02-10,C25T,KH1,,800000,5,no\n",
                 -1);
  g_autoptr (TestRun) both = NULL;
  g_autofree char *bought = NULL;
  g_autofree char *text = NULL;
  g_autofree char *s20 = NULL;

  (void) data;
  test_do ("import", fixture->book, "vouchers", vouchers, NULL);
  test_do ("import", fixture->book, "invoices", invoices, NULL);
  bought = test_done ("vat", fixture->book, "--direction", "in", "--from", "2025-02-01", "--to",
                      "2025-02-28", "--format", "csv", NULL);
  g_assert_cmpstr (bought, ==,
                   "direction,rate,deductible,number,date,form,serial,name,tax_code,base,vat,"
                   "voucher_kind,voucher,posted,reversed\n"
                   "in,10,yes,17,2025-02-05,,C25T,Nhà cung cấp,0100109106,1000000,100000,journal,"
                   "M1,2025-02-05,no\n");
  both = test_run ("vat", fixture->book, "--format", "csv", NULL);
  test_run_expect (both, 0);
  test_contains (both->err, "output tax is 40000 by the invoices and 50000 on its accounts");
  g_assert_null (strstr (both->err, "input tax"));
  text = test_done ("vat", fixture->book, "--direction", "out", NULL);
  test_contains (text, "Sold in all");
  test_contains (text, "800,000");
  s20 = test_done ("vat", fixture->book, "--book", "--from", "2025-03-01", "--to", "2025-03-31",
                   NULL);
  test_contains (s20, "Opening balance");
  test_contains (s20, "50,000");
  test_contains (s20, "Nộp thuế GTGT");
  test_contains (s20, "20,000");
  refuse (2, "--direction", "vat", fixture->book, "--direction", "up", NULL);
  refuse (1, "entered already", "import", fixture->book, "invoices", invoices, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) \
  g_test_add ("/cli-drafts/" name, TestCliFixture, NULL, set_up, test, tear_down)
  ADD ("draft-is-added-shown-posted-dropped", test_draft_life);
  ADD ("draft-refusals", test_draft_refusals);
  ADD ("template-is-kept-used-dropped", test_template_life);
  ADD ("recurring-entry-is-due-posted-left-out-ended", test_recurring_life);
  ADD ("attachment-is-kept-saved-withdrawn", test_attachment_life);
  ADD ("attachment-above-the-limit-is-refused", test_attachment_limit);
  ADD ("bundle-carries-attachments", test_bundle_carries_attachments);
  ADD ("import-reads-nothing-outside-its-folder", test_import_reads_nothing_outside);
  ADD ("vat-lists-and-book", test_vat_lists);
  return g_test_run ();
}
