/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding cases of the guide by everyday words. */
#include "helpers/ledger.h"
#include "ledger/guide.h"

#include <string.h>

static const SheafGuide *
guide_of (SheafBook *book)
{
  g_autoptr (GError) error = NULL;
  const SheafGuide *guide = sheaf_guide_get (book, &error);

  g_assert_no_error (error);
  return guide;
}

static const struct
{
  const char *words;
  const char *ids; /* the first case found is one of them */
} questions[] = {
  { "ban chiu", "131/3.1" },
  { "bán chịu", "131/3.1" },
  { "member pays in capital", "411/3.1 111/3.7 112/3.7" },
  { "góp vốn", "411/3.1 111/3.7 112/3.7" },
  { "gop von", "411/3.1 111/3.7 112/3.7" },
  { "rút tiền", "111/3.3" },
  { "trả lương", "334/3đ 334/3e 334/3h-2" },
  { "vente à crédit", "131/3.1" },
  { "mua phân bón", "152/3.1-1" },
  { "trả nợ người bán", "331/3.3" },
  { "nop tien vao ngan hang", "112/3.3 111/3.8" },
  { "khấu hao", "214/3a" },
  { "cho thành viên vay", "132/3.1 512/3.4.2-1" },
  { "pay the wag", "334/3e 334/3đ 334/3h-2" },
  { "131/3.4", "131/3.4" },
  { "chia lãi", "421/3.2-1 338/3.4-1" },
  { "tiền điện", "642/3.9" },
  { "trả tiền điện", "642/3.9" },
  { "phí ngân hàng", "112/3.13" },
  { "sell goods to member", "512/3.1-1" },
  { "buy seeds", "154/7.4a-1" },
  { "thu mua sản phẩm", "156/3b-2 331/3.1" },
  { "tạm ứng cho nhân viên đi công tác", "141/3a" },
  { "tam ung cho nhan vien di cong tac", "141/3a" },
  { "bán chịu cho thành viên", "512/3.1-1" },
  { "thành viên góp vốn chuyển khoản", "112/3.7" },
  { "thanh vien gop von chuyen khoan", "112/3.7" },
  { "nộp thuế giá trị gia tăng", "333/3.1a-3" },
  { "đóng bảo hiểm xã hội", "335/3.2" },
  { "trả nợ gốc vay ngân hàng", "341/3.5" },
  { "thanh lý máy cày", "211/3.2a-1 211/3.2a-2" },
  { "kiểm kê thiếu quỹ", "111/3.14" },
  { "thừa quỹ chưa rõ nguyên nhân", "111/3.15" },
  { "thu tiền phạt vi phạm hợp đồng", "558/3.9" },
  { "trả trước tiền thuê nhà nhiều kỳ", "242/3.1b" },
  { "phân bổ chi phí trả trước", "242/3.1a-2" },
  { "đặt cọc thuê nhà", "138/3.9a" },
  { "thưởng cho nhân viên từ quỹ khen thưởng", "353/3c" },
  { "ủng hộ bão lụt", "353/3d" },
  { "hoàn ứng tiền thừa nhập quỹ", "141/3c" },
  { "trả lại vốn góp cho thành viên xin ra", "411/3.5" },
  { "nhận trợ cấp nhà nước", "442/3.3 411/3.4" },
  { "nộp phạt thuế", "658/3.10" },
  { "profit share paid", "421/3.2-2 338/3.4-2" },
};

static void
test_words (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  const SheafGuide *guide = guide_of (book);
  g_autoptr (GPtrArray) all = sheaf_guide_search (guide, " ", 0);
  g_autoptr (GPtrArray) none = sheaf_guide_search (guide, "xyzzy", 0);
  g_autoptr (GPtrArray) three = sheaf_guide_search (guide, "mua", 3);

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (GPtrArray) found = sheaf_guide_search (guide, questions[i].words, 5);
      g_auto (GStrv) ids = g_strsplit (questions[i].ids, " ", 0);
      const char *first = found->len == 0 ? "" : ((SheafGuideCase *) found->pdata[0])->id;

      if (!g_strv_contains ((const char *const *) ids, first))
        g_test_message ("“%s” finds %s first", questions[i].words, first);
      g_assert_true (g_strv_contains ((const char *const *) ids, first));
    }
  g_assert_cmpuint (all->len, ==, sheaf_guide_count (guide));
  g_assert_cmpuint (((SheafGuideCase *) all->pdata[0])->common, ==, 3);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (three->len, ==, 3);
}

/* A letter typed may cost 10 ms. */
static void
test_speed (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  const SheafGuide *guide = guide_of (book);
  gint64            before = g_get_monotonic_time ();

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (GPtrArray) found = sheaf_guide_search (guide, "b c m", 20);

      g_assert_cmpuint (found->len, ==, 20);
    }
  g_assert_cmpint (g_get_monotonic_time () - before, <, 100 * 10000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/everyday-words-find-the-right-case-first", test_words);
  g_test_add_func ("/guide/search-takes-less-than-ten-milliseconds", test_speed);
  return g_test_run ();
}
