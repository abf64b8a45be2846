/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random vouchers: search finds what a plain walk over what they say finds, in the same order. */
#include "base/text.h"
#include "helpers/ledger.h"
#include "ledger/party.h"
#include "ledger/search-index.h"
#include "ledger/search.h"

#include <string.h>

static gint64
post (SheafBook       *book,
      const char      *day,
      SheafVoucherKind kind,
      const char      *text,
      gint64           amount,
      const char      *party)
{
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_new (kind, test_day (day), text);
  gboolean         in = kind == SHEAF_VOUCHER_RECEIPT;
  SheafVoucherRow *row = sheaf_voucher_add_row (voucher, test_account (book, in ? "1111" : "331"),
                                                test_account (book, in ? "131" : "1111"),
                                                SHEAF_MONEY (amount));
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  *(in ? &row->credit_party_id : &row->debit_party_id) = sheaf_party_find (book, party);
  g_assert_true (sheaf_voucher_post (book, voucher, &id, &error));
  g_assert_no_error (error);
  return id;
}

static void
add_party (SheafBook  *book,
           const char *code,
           const char *name)
{
  SheafParty party = { .code = (char *) code, .name = (char *) name, .kind = SHEAF_PARTY_CUSTOMER };

  g_assert_true (sheaf_party_insert (book, &party, NULL, NULL));
}

#define WORDS 24

static const char *const some_words[WORDS] = {
  "lúa", "phân", "bón", "Đông", "đá", "Đa", "thuốc", "sâu", "tiền", "tiến", "nợ", "no",
  "HĐ-12", "2025/07", "điện", "dien", "ơi", "ưu", "x", "1500", "Nguyễn", "ngủ", "Ấp", "áp"
};

static const char *
any_word (void)
{
  return some_words[g_test_rand_int_range (0, WORDS)];
}

typedef struct
{
  gint64    id;
  SheafDate day;
  char     *text; /* everything it says */
} Said;

static void
free_said (gpointer data)
{
  g_free (((Said *) data)->text);
  g_free (data);
}

static Said *
post_random (SheafBook *book)
{
  static const char *const parties[][2] = { { "K01", "K01 Nguyễn Thị Đào" },
                                            { "K02", "K02 Trần Văn Đông" } };
  Said                    *said = g_new0 (Said, 1);
  guint                    who = (guint) g_test_rand_int_range (0, 2);
  gint64                   amount = 500 * g_test_rand_int_range (1, 4000);
  g_autofree char         *text = g_strjoin (" ", any_word (), any_word (), any_word (), NULL);
  g_autoptr (SheafVoucher) voucher = NULL;

  said->day = sheaf_date_add_days (sheaf_date_new (2025, 1, 1), g_test_rand_int_range (0, 365));
  {
    g_autofree char *day = sheaf_date_to_text (said->day);

    said->id = post (book, day, SHEAF_VOUCHER_RECEIPT, text, amount, parties[who][0]);
  }
  voucher = sheaf_voucher_load (book, said->id, NULL);
  said->text = g_strdup_printf ("%s %s %" G_GINT64_FORMAT " %s", voucher->number, text, amount,
                                parties[who][1]);
  return said;
}

/* Apart from the code under test: folded, every sign a blank. */
static char *
plain (const char *text)
{
  g_autofree char *folded = sheaf_text_fold (text);
  GString         *out = g_string_new (" ");

  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    g_string_append_unichar (out, g_unichar_isalnum (g_utf8_get_char (c)) ? g_utf8_get_char (c)
                                                                          : ' ');
  return g_string_free (out, FALSE);
}

static gboolean
says (const Said *said,
      const char *question)
{
  g_autofree char *text = plain (said->text);
  g_autofree char *asked = plain (question);
  g_auto (GStrv) words = g_strsplit (asked, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *start = g_strconcat (" ", words[i], NULL);

      if (*words[i] != '\0' && strstr (text, start) == NULL)
        return FALSE;
    }
  return TRUE;
}

static int
newest_first (gconstpointer a,
              gconstpointer b)
{
  const Said *one = *(Said *const *) a, *other = *(Said *const *) b;
  int         days = sheaf_date_cmp (other->day, one->day);

  return days != 0 ? days : (other->id > one->id) - (other->id < one->id);
}

static char *
any_question (const GPtrArray *all)
{
  const Said *said = all->pdata[g_test_rand_int_range (0, (gint32) all->len)];
  g_auto (GStrv) words = g_strsplit (said->text, " ", -1);
  guint    n = g_strv_length (words);
  GString *question = g_string_new (NULL);

  for (int i = g_test_rand_int_range (1, 4); i > 0; i--)
    {
      const char      *word = words[g_test_rand_int_range (0, (gint32) n)];
      glong            length = g_utf8_strlen (word, -1);
      g_autofree char *start = NULL;
      g_autofree char *bare = NULL;

      if (g_test_rand_int_range (0, 8) == 0)
        word = any_word ();
      length = g_utf8_strlen (word, -1);
      start = g_utf8_substring (word, 0, g_test_rand_int_range (1, (gint32) length + 1));
      bare = sheaf_text_fold (start);
      g_string_append_printf (question, "%s ", g_test_rand_bit () ? start : bare);
    }
  return g_string_free (question, FALSE);
}

/* A number's counter is meant by its digits alone as well: such questions are left to
 * /search/numbers. */
static gboolean
means_number (const char *question)
{
  g_autoptr (SheafSearchWords) words = sheaf_search_words_parse (question);

  for (guint i = 0; i < words->words->len; i++)
    {
      const SheafSearchWord *word = words->words->pdata[i];
      const char            *digits = word->text;

      if (digits == NULL)
        return TRUE;
      if (g_str_has_prefix (digits, "pt"))
        digits += 2;
      if (strspn (digits, "0123456789") == strlen (digits) && strlen (digits) < 6)
        return TRUE;
    }
  return FALSE;
}

static guint
compare_once (SheafBook       *book,
              const GPtrArray *all,
              const char      *question)
{
  g_autoptr (GArray) found = sheaf_search_vouchers (book, question, 10000, NULL);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const Said *said = all->pdata[i];

      if (!says (said, question))
        continue;
      if (n >= found->len || g_array_index (found, gint64, n) != said->id)
        g_error ("“%s” does not find “%s”", question, said->text);
      n++;
    }
  if (found->len != n)
    g_error ("“%s” finds %u and not %u", question, found->len, n);
  return n;
}

static void
test_random (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (free_said);
  guint hits = 0, asked = 0;
  g_autoptr (GError) error = NULL;

  add_party (book, "K01", "Nguyễn Thị Đào");
  add_party (book, "K02", "Trần Văn Đông");
  for (int i = 0; i < 300; i++)
    g_ptr_array_add (all, post_random (book));
  g_ptr_array_sort (all, newest_first);
  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *question = any_question (all);

      if (means_number (question))
        continue;
      asked++;
      hits += compare_once (book, all, question);
      if (i == 1000)
        g_assert_true (sheaf_search_rebuild (book, &error));
    }
  g_assert_cmpuint (asked, >, 500);
  g_assert_cmpuint (hits, >, 5000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/random-vouchers", test_random);
  return g_test_run ();
}
