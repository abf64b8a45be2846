/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which layers a redemption takes. */
#include "notices/error.h"
#include "notices/redeem.h"

#include <string.h>

#define ROUNDS 2000

static void
add (GPtrArray  *notices,
     int         year,
     const char *code,
     gint64      left)
{
  SheafNotice *notice = sheaf_notice_new ();

  notice->id = notices->len + 1;
  notice->year = year;
  notice->code = g_strdup (code);
  notice->party_id = g_ascii_strtoll (code + 1, NULL, 10);
  notice->kind = SHEAF_NOTICE_QUALIFIED;
  notice->amount = notice->left = SHEAF_MONEY (left);
  g_ptr_array_add (notices, notice);
}

/* Two members over three years, and one layer that is redeemed already. */
static GPtrArray *
three_years (void)
{
  GPtrArray *notices = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_notice_free);

  add (notices, 2021, "P1", 300);
  add (notices, 2021, "P2", 100);
  add (notices, 2022, "P1", 0);
  add (notices, 2022, "P2", 50);
  add (notices, 2023, "P1", 10);
  return notices;
}

static GHashTable *
births (void)
{
  GHashTable     *table = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  const gint64    second = 2;
  const SheafDate day = sheaf_date_new (1950, 2, 28);

  g_hash_table_insert (table, g_memdup2 (&second, sizeof second), g_memdup2 (&day, sizeof day));
  return table;
}

/* "2021 P1 300; 2021 P2 100" */
static char *
choose (const GPtrArray *notices,
        SheafRedemption *spec)
{
  g_autoptr (GHashTable) table = births ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) lines = sheaf_redeem_choose (notices, table, spec, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      const SheafRedeemLine *line = &g_array_index (lines, SheafRedeemLine, i);

      g_string_append_printf (text, "%s%d %s %" G_GINT64_FORMAT, i > 0 ? "; " : "",
                              line->notice->year, line->notice->code, line->amount.units);
    }
  return g_string_free (text, FALSE);
}

static void
test_orders (void)
{
  static const struct
  {
    SheafRedeemOrder order;
    gint64           amount, part, party_id;
    int              through;
    guint            age;
    const char      *expected;
  } cases[] = {
    /* the oldest year wholly, the next in proportion */
    { SHEAF_REDEEM_OLDEST, 420, 0, 0, 0, 0, "2021 P1 300; 2021 P2 100; 2022 P2 20" },
    /* the year in which the amount ends: 101 by 3 : 1, the rest unit by largest remainder */
    { SHEAF_REDEEM_OLDEST, 101, 0, 0, 0, 0, "2021 P1 76; 2021 P2 25" },
    { SHEAF_REDEEM_OLDEST, 0, 0, 0, 2022, 0, "2021 P1 300; 2021 P2 100; 2022 P2 50" },
    /* all of one who leaves */
    { SHEAF_REDEEM_OLDEST, 0, 0, 2, 0, 0, "2021 P2 100; 2022 P2 50" },
    /* P2 is the older one, P1's birthday is not known */
    { SHEAF_REDEEM_OLDEST_MEMBER, 160, 0, 0, 0, 0, "2021 P1 10; 2021 P2 100; 2022 P2 50" },
    { SHEAF_REDEEM_OLDEST_MEMBER, 0, 0, 0, 0, 70, "2021 P2 100; 2022 P2 50" },
    { SHEAF_REDEEM_PART, 0, 100000, 0, 0, 0, "2021 P1 30; 2021 P2 10; 2022 P2 5; 2023 P1 1" },
    { SHEAF_REDEEM_PART, 46, 0, 0, 0, 0, "2021 P1 30; 2021 P2 10; 2022 P2 5; 2023 P1 1" },
  };
  g_autoptr (GPtrArray) notices = three_years ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SheafRedemption  spec = { .order = cases[i].order, .date = sheaf_date_new (2026, 6, 1) };
      g_autofree char *text = NULL;

      spec.amount = SHEAF_MONEY (cases[i].amount);
      spec.part = SHEAF_RATE (cases[i].part);
      spec.party_id = cases[i].party_id;
      spec.through = cases[i].through;
      spec.age = cases[i].age;
      text = choose (notices, &spec);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* The birthday itself counts; the day before does not. */
static void
test_age (void)
{
  g_autoptr (GPtrArray) notices = three_years ();
  g_autoptr (GHashTable) table = births ();
  g_autoptr (GError) error = NULL;
  SheafRedemption  spec = { .order = SHEAF_REDEEM_OLDEST,
                            .age = 76,
                            .date = sheaf_date_new (2026, 2, 28) };
  g_autofree char *text = choose (notices, &spec);

  g_assert_cmpstr (text, ==, "2021 P2 100; 2022 P2 50");
  spec.date = sheaf_date_new (2026, 2, 27);
  g_assert_null (sheaf_redeem_choose (notices, table, &spec, &error));
  g_assert_error (error, SHEAF_NOTICES_ERROR, SHEAF_NOTICES_ERROR_NOTHING);
}

/* Of two whose birthdays are known the older one is first, whoever comes first by code. */
static void
test_oldest_member (void)
{
  static const gint64 ids[] = { 1, 2 };
  const SheafDate     days[] = { sheaf_date_new (1960, 5, 1), sheaf_date_new (1950, 2, 28) };
  SheafRedemption     spec = { .order = SHEAF_REDEEM_OLDEST_MEMBER,
                               .amount = { 200 },
                               .date = sheaf_date_new (2026, 6, 1) };
  g_autoptr (GPtrArray) notices = three_years ();
  g_autoptr (GHashTable) table = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) lines = NULL;
  gint64 taken[2] = { 0, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_hash_table_insert (table, (gpointer) &ids[i], (gpointer) &days[i]);
  lines = sheaf_redeem_choose (notices, table, &spec, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      const SheafRedeemLine *line = &g_array_index (lines, SheafRedeemLine, i);

      taken[line->notice->party_id - 1] += line->amount.units;
    }
  g_assert_cmpint (taken[0], ==, 50);
  g_assert_cmpint (taken[1], ==, 150); /* all that P2 has */
}

static void
test_refusals (void)
{
  g_autoptr (GPtrArray) notices = three_years ();
  g_autoptr (GError) error = NULL;
  SheafRedemption spec = { .order = SHEAF_REDEEM_OLDEST, .amount = { 461 } };

  g_assert_null (sheaf_redeem_choose (notices, NULL, &spec, &error));
  g_assert_error (error, SHEAF_NOTICES_ERROR, SHEAF_NOTICES_ERROR_AMOUNT);
  g_assert_nonnull (strstr (error->message, "460"));
  g_clear_error (&error);
  spec.amount = SHEAF_MONEY_ZERO;
  spec.through = 2020;
  g_assert_null (sheaf_redeem_choose (notices, NULL, &spec, &error));
  g_assert_error (error, SHEAF_NOTICES_ERROR, SHEAF_NOTICES_ERROR_NOTHING);
  g_clear_error (&error);
  spec.through = 0;
  spec.order = SHEAF_REDEEM_PART;
  spec.part = SHEAF_RATE (1);
  g_assert_null (sheaf_redeem_choose (notices, NULL, &spec, &error));
  g_assert_error (error, SHEAF_NOTICES_ERROR, SHEAF_NOTICES_ERROR_NOTHING);
}

static gint64
draw (GRand *random,
      gint64 most)
{
  return (gint64) (((guint64) g_rand_int (random) << 30 ^ g_rand_int (random)) %
                   (guint64) (most + 1));
}

/* Whatever is asked for: the lines add up to it, none is above its layer, and in the order by years
 * nothing is left of a year before one that is touched. */
static void
test_properties (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260601);

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func (
          (GDestroyNotify) sheaf_notice_free);
      g_autoptr (GArray) lines = NULL;
      gint64          members = 1 + draw (random, 8), total = 0, sum = 0;
      SheafRedemption spec = { .date = sheaf_date_new (2026, 6, 1) };
      int             last = 0;

      for (int year = 2018; year < 2024; year++)
        for (gint64 m = 0; m < members; m++)
          {
            g_autofree char *code = g_strdup_printf ("P%d", (int) m);
            gint64           left = draw (random, 3) == 0 ? draw (random, 3)
                                                          : draw (random, 900000000000);

            add (notices, year, code, left);
            total += left;
          }
      if (total == 0)
        continue;
      spec.order = (SheafRedeemOrder) (1 + draw (random, 2));
      spec.amount = SHEAF_MONEY (1 + draw (random, total - 1));
      lines = sheaf_redeem_choose (notices, NULL, &spec, NULL);
      g_assert_nonnull (lines);
      for (guint i = 0; i < lines->len; i++)
        {
          const SheafRedeemLine *line = &g_array_index (lines, SheafRedeemLine, i);

          g_assert_cmpint (line->amount.units, >, 0);
          g_assert_cmpint (line->amount.units, <=, line->notice->left.units);
          sum += line->amount.units;
          last = MAX (last, line->notice->year);
        }
      g_assert_cmpint (sum, ==, spec.amount.units);
      for (guint i = 0; spec.order == SHEAF_REDEEM_OLDEST && i < lines->len; i++)
        {
          const SheafRedeemLine *line = &g_array_index (lines, SheafRedeemLine, i);

          if (line->notice->year < last)
            g_assert_cmpint (line->amount.units, ==, line->notice->left.units);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/redeem-choose/each-order-takes-its-layers", test_orders);
  g_test_add_func ("/redeem-choose/age-counts-from-the-birthday", test_age);
  g_test_add_func ("/redeem-choose/older-member-is-first", test_oldest_member);
  g_test_add_func ("/redeem-choose/more-than-there-is-is-refused", test_refusals);
  g_test_add_func ("/redeem-choose/sums-and-layers-hold-on-random-ones", test_properties);
  return g_test_run ();
}
