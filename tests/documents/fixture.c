/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names are herbs; nothing here is real. */
#include "documents/fixture.h"

static const char PLAN[] = "[plan]\nlaw=vn-2023\nrounding-unit=1000\n"
                           "[common-fund]\ninternal-rate=0.05\nexternal-rate=0.10\n"
                           "[fund development]\naccount=418\nrate=0.10\n"
                           "[fund welfare]\naccount=3532\nrate=0.05\n"
                           "[internal]\nuse=0.40\nlabour=0.20\ncapital=0.40\n"
                           "[external]\nuse=0.20\ncapital=0.80\n";

static const char *const NAMES[] = { "Nguyễn Văn Mẫu", "Trần Thị Ví Dụ", "Lê Văn Ngải",
                                     "Phạm Thị Tía", "Hoàng Văn Gừng", "Bùi Thị Sả",
                                     "Đỗ Văn Nghệ", "Vũ Thị Húng" };

static void
compute (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  fixture->law = sheaf_law_load ("vn-2023", FALSE, &error);
  g_assert_no_error (error);
  fixture->plan = sheaf_plan_parse (PLAN, -1, NULL, fixture->law, problems);
  g_assert_cmpuint (problems->errors, ==, 0);
  fixture->inputs->result[SHEAF_SIDE_INTERNAL] = SHEAF_MONEY (77123457);
  fixture->inputs->result[SHEAF_SIDE_EXTERNAL] = SHEAF_MONEY (317654321);
  fixture->result = sheaf_distribution_compute (fixture->plan, fixture->law, fixture->inputs,
                                                problems);
  g_assert_nonnull (fixture->result);
}

Fixture *
fixture_new (guint members)
{
  Fixture *fixture = g_new0 (Fixture, 1);
  g_autoptr (GError) error = NULL;

  fixture->inputs = sheaf_distribution_inputs_new ();
  fixture->rows = g_new0 (SheafPayoutRow, members);
  fixture->n_rows = members;
  for (guint i = 0; i < members; i++)
    {
      g_autofree char *code = g_strdup_printf ("TV%03u", i + 1);
      SheafSharer     *sharer = sheaf_distribution_inputs_add (fixture->inputs, code);

      sharer->weights[SHEAF_POOL_USE] = 21500000 + (SheafWeight) i * 1234567;
      sharer->weights[SHEAF_POOL_LABOUR] = i % 3 == 0 ? 8800000 + i * 220000 : 0;
      sharer->weights[SHEAF_POOL_CAPITAL] = (SheafWeight) (40 + i % 7 * 5) * 1000000 * 365;
      fixture->rows[i] = (SheafPayoutRow){ .code = sharer->code, .name = NAMES[i % 8] };
    }
  compute (fixture);
  fixture->shares = (SheafYearShares){ .year_end = sheaf_date_new (2025, 12, 31),
                                       .plan = fixture->plan,
                                       .law = fixture->law,
                                       .result = fixture->result,
                                       .resolution = "01/2026/NQ-ĐHTV",
                                       .resolution_day = sheaf_date_new (2026, 4, 16) };
  fixture->frame = (SheafFrame){ .name = "HTX Cỏ Ngọt Mẫu",
                                 .address = "Thôn Ví Dụ 1, xã Mẫu, tỉnh Ví Dụ",
                                 .tax_code = "0000000070",
                                 .director = "Nguyễn Văn Mẫu",
                                 .chief_accountant = "Trần Thị Ví Dụ",
                                 .accountant = "Lê Thị Lập Biểu",
                                 .cashier = "Kiều Thị Thủ Quỹ",
                                 .seal = "00ff7a3c",
                                 .date = sheaf_date_new (2026, 4, 28) };
  fixture->texts = sheaf_paper_texts_load ("vn", &error);
  g_assert_no_error (error);
  fixture->shares.words = sheaf_words_new ("vi", "VND", NULL, &error);
  g_assert_no_error (error);
  return fixture;
}

void
fixture_free (Fixture *fixture)
{
  sheaf_distribution_free (fixture->result);
  sheaf_distribution_inputs_free (fixture->inputs);
  sheaf_plan_free (fixture->plan);
  sheaf_law_free (fixture->law);
  sheaf_paper_texts_free (fixture->texts);
  sheaf_words_free (fixture->shares.words);
  g_free (fixture->rows);
  g_free (fixture);
}

SheafMemberFigures
fixture_member (const Fixture *fixture,
                guint          n)
{
  return (SheafMemberFigures){ .code = fixture->rows[n].code,
                               .name = fixture->rows[n].name,
                               .kind = "official",
                               .identity = "Số định danh cá nhân: 000000000001",
                               .changes = "",
                               .place = "Thôn Ví Dụ 1, Xã Mẫu, tỉnh Ví Dụ",
                               .joined = sheaf_date_new (2019, 5, 12),
                               .capital_before = SHEAF_MONEY (40000000),
                               .capital_after = SHEAF_MONEY (40000000),
                               .deliveries = SHEAF_MONEY (18000000),
                               .supplies = SHEAF_MONEY (3500000),
                               .wages = SHEAF_MONEY (8800000),
                               .paid_on = SHEAF_DATE_NONE };
}
