/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The certificate of contribution and the handover record: all that the law asks for is on them. */
#include "documents/certificate-paper.h"

#include "base/file.h"
#include "capital/event.h"
#include "documents/error.h"
#include "documents/handover-paper.h"
#include "helpers/members.h"
#include "ledger/party.h"
#include "ledger/preference.h"
#include "reader.h"

#include <string.h>

static void
set (SheafBook  *book,
     const char *key,
     const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_preference_set (book, key, value, &error));
  g_assert_no_error (error);
}

/* Enters with what is given beside; takes the event over. */
static void
enter (SheafBook         *book,
       SheafCapitalEvent *event,
       SheafCapitalKind   kind,
       const char        *day,
       gint64             amount)
{
  g_autoptr (GPtrArray)
      events = test_list ((GDestroyNotify) sheaf_capital_event_free, event, NULL);
  g_autoptr (GError) error = NULL;

  event->party_id = sheaf_party_find (book, "TV1");
  event->event = kind;
  event->date = test_day (day);
  event->amount = SHEAF_MONEY (amount);
  g_assert_true (sheaf_capital_post (book, events, TRUE, &error));
  g_assert_no_error (error);
}

/* TV1 paid in 30 millions of money and the use of land worth 20. */
static SheafBook *
new_book (void)
{
  SheafBook         *book = test_members_new ();
  SheafCapitalEvent *land = sheaf_capital_event_new ();

  set (book, "address", "Ấp 1, xã Mẫu");
  set (book, "tax-code", "1400000000");
  set (book, "director", "Nguyễn Thị Hoa");
  set (book, "province", "Đồng Tháp");
  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  enter (book, sheaf_capital_event_new (), SHEAF_CAPITAL_COMMIT, "2025-01-05", 50000000);
  enter (book, sheaf_capital_event_new (), SHEAF_CAPITAL_PAY, "2025-01-06", 30000000);
  land->account_id = test_account (book, "2113");
  land->asset = g_strdup ("Quyền sử dụng 500 m² đất kho");
  land->quantity = SHEAF_QUANTITY (500000);
  land->unit = g_strdup ("m²");
  land->until = test_day ("2035-12-31");
  land->document = g_strdup ("Hợp đồng 05/2025");
  enter (book, land, SHEAF_CAPITAL_PAY_IN_KIND, "2025-01-10", 20000000);
  return book;
}

static void
issue (SheafBook *book)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_certificate_issue (book, sheaf_party_find (book, "TV1"),
                                          test_day ("2025-01-15"), NULL, NULL, &error));
  g_assert_no_error (error);
}

/* The words of a paper; NULL when no reader is installed. */
static char *
read_bytes (GBytes *bytes)
{
  g_autofree char *folder = reader_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  (void) sheaf_file_write (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  text = reader_text ("pdftotext -layout", path);
  reader_drop (path, folder);
  return text;
}

static char *
read_certificate (SheafBook  *book,
                  const char *number,
                  const char *language,
                  gboolean    original)
{
  const SheafCertificatePrint print = { language, original };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) papers = test_list ((GDestroyNotify) sheaf_certificate_free,
                                            sheaf_certificate_load (book, number, &error), NULL);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  bytes = sheaf_certificate_paper_make (book, papers, &print, &error);
  g_assert_no_error (error);
  return read_bytes (bytes);
}

static void
assert_has (const char *text,
            const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

/* Law 17/2023 Art. 75, point by point. */
static void
test_all_that_the_law_asks_for (void)
{
  static const char *const parts[] = {
    "GIẤY CHỨNG NHẬN PHẦN VỐN GÓP",
    "Số: GCN-0001",
    "HTX Mẫu",
    "1400000000",
    "Ấp 1, xã Mẫu",
    "50.000.000 đồng (Năm mươi triệu đồng)",
    "TV1",
    "Việt Nam",
    "100 % vốn điều lệ",
    "Quyền sử dụng 500 m² đất kho",
    "đến hết ngày 31/12/2035",
    "Đồng Tháp, ngày 15 tháng 01 năm 2025",
    "NGƯỜI ĐẠI DIỆN THEO PHÁP LUẬT",
    "Nguyễn Thị Hoa",
  };
  g_autoptr (SheafBook) book = new_book ();
  g_autofree char *text = NULL;

  issue (book);
  text = read_certificate (book, "GCN-0001", NULL, TRUE);
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (parts); i++)
    assert_has (text, parts[i]);
  if (text != NULL)
    {
      g_assert_null (strstr (text, "BẢN IN LẠI"));
      g_assert_null (strstr (text, "HẾT HIỆU LỰC"));
    }
}

/* What changed since does not change the old paper; it says that it holds no more. */
static void
test_old_paper_says_what_it_said (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autofree char *old = NULL;
  g_autofree char *paper = NULL;
  g_autoptr (GError) error = NULL;

  issue (book);
  set (book, "name", "HTX Mới");
  set (book, "director", "Trần Văn Sau");
  g_assert_true (sheaf_certificate_exchange (book, sheaf_party_find (book, "TV1"),
                                             test_day ("2025-06-01"), NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  old = read_certificate (book, "GCN-0001", NULL, FALSE);
  paper = read_certificate (book, "GCN-0002", NULL, TRUE);
  if (old == NULL)
    return;
  assert_has (old, "HTX Mẫu");
  assert_has (old, "Nguyễn Thị Hoa");
  assert_has (old, "BẢN IN LẠI NGÀY 31/12/2025");
  assert_has (old, "HẾT HIỆU LỰC TỪ NGÀY 01/06/2025");
  assert_has (old, "đã cấp đổi");
  g_assert_null (strstr (old, "HTX Mới"));
  assert_has (paper, "HTX Mới");
  assert_has (paper, "Trần Văn Sau");
  assert_has (paper, "Thay thế giấy chứng nhận số GCN-0001 ngày 15/01/2025.");
  g_assert_null (strstr (paper, "HẾT HIỆU LỰC"));
}

static void
test_languages (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autofree char *english = NULL;
  g_autofree char *french = NULL;

  issue (book);
  english = read_certificate (book, "GCN-0001", "en", TRUE);
  french = read_certificate (book, "GCN-0001", "fr", TRUE);
  if (english == NULL)
    return;
  assert_has (english, "CERTIFICATE OF CONTRIBUTION");
  assert_has (english, "100% of the charter capital");
  assert_has (english, "Fifty million");
  assert_has (french, "CERTIFICAT D’APPORT");
  assert_has (french, "Cinquante millions");
}

static void
test_draft_is_marked (void)
{
  const SheafCertificatePrint print = { NULL, TRUE };
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) papers = test_list (
      (GDestroyNotify) sheaf_certificate_free,
      sheaf_certificate_draft (book, sheaf_party_find (book, "TV1"), test_day ("2025-01-15"),
                               &error),
      NULL);
  g_autoptr (GBytes) bytes = sheaf_certificate_paper_make (book, papers, &print, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = read_bytes (bytes);
  if (text != NULL)
    assert_has (text, "BẢN NHÁP – CHƯA CẤP");
}

static void
test_nothing_to_print (void)
{
  const SheafCertificatePrint print = { NULL, TRUE };
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (sheaf_certificate_paper_make (book, none, &print, &error));
  g_assert_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_EMPTY);
  g_clear_error (&error);
  issue (book);
  g_assert_true (sheaf_certificate_withdraw (book, sheaf_party_find (book, "TV1"),
                                             test_day ("2025-02-01"), "cấp nhầm", &error));
  events = sheaf_certificate_list (book, 0, &error);
  g_assert_null (sheaf_certificate_paper_make (book, events, &print, &error));
  g_assert_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_EMPTY);
}

/* Law 17/2023 Art. 76.3. */
static void
test_handover (void)
{
  static const char *const parts[] = {
    "BIÊN BẢN GIAO NHẬN TÀI SẢN GÓP VỐN",
    "HTX Mẫu, mã số 1400000000",
    "TV1",
    "Hợp đồng 05/2025",
    "m²",
    "20.000.000",
    "40 %",
    "Hai mươi triệu đồng",
    "ngày 10 tháng 01 năm 2025",
    "NGƯỜI GÓP VỐN",
  };
  g_autoptr (SheafBook) book = new_book ();
  gint64 id = sheaf_party_find (book, "TV1");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes)
      bytes = sheaf_handover_paper_make (book, id, test_day ("2025-01-10"), NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = read_bytes (bytes);
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (parts); i++)
    assert_has (text, parts[i]);
  g_assert_null (sheaf_handover_paper_make (book, id, test_day ("2025-01-06"), NULL, &error));
  g_assert_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_EMPTY);
}

/* Each language has every word that another has. */
static void
test_words_of_each_language (void)
{
  static const char *const papers[] = { "certificate", "handover" };
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "papers",
                                                 "certificate.ini", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error));
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *first = g_strconcat (papers[i], "-vi", NULL);
      g_auto (GStrv) keys = g_key_file_get_keys (file, first, NULL, NULL);

      for (guint k = 0; keys[k] != NULL; k++)
        {
          g_autofree char *en = g_strconcat (papers[i], "-en", NULL);
          g_autofree char *fr = g_strconcat (papers[i], "-fr", NULL);

          g_assert_true (g_key_file_has_key (file, en, keys[k], NULL));
          g_assert_true (g_key_file_has_key (file, fr, keys[k], NULL));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/certificate-paper/all-that-the-law-asks-for", test_all_that_the_law_asks_for);
  g_test_add_func ("/certificate-paper/old-paper-says-what-it-said",
                   test_old_paper_says_what_it_said);
  g_test_add_func ("/certificate-paper/languages", test_languages);
  g_test_add_func ("/certificate-paper/draft-is-marked", test_draft_is_marked);
  g_test_add_func ("/certificate-paper/nothing-to-print", test_nothing_to_print);
  g_test_add_func ("/certificate-paper/handover-record", test_handover);
  g_test_add_func ("/certificate-paper/words-of-each-language", test_words_of_each_language);
  return g_test_run ();
}
