/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of sums. A year of a million vouchers has about as many keys, so each is one entry of an
 * array, found by a table of places; a hash table of its own memory for each would be three times
 * that. */
#include "ledger/verify-sums.h"

#include <string.h>

struct _SheafVerifySums
{
  GArray  *sums;   /* of SheafVerifySum */
  guint32 *places; /* place in sums plus 1; 0: free */
  gsize    size;   /* of places: a power of two, never more than half full */
};

#define FIRST_SIZE 1024

SheafVerifySums *
sheaf_verify_sums_new (void)
{
  SheafVerifySums *sums = g_new0 (SheafVerifySums, 1);

  sums->sums = g_array_new (FALSE, FALSE, sizeof (SheafVerifySum));
  sums->size = FIRST_SIZE;
  sums->places = g_new0 (guint32, FIRST_SIZE);
  return sums;
}

void
sheaf_verify_sums_free (SheafVerifySums *sums)
{
  if (sums == NULL)
    return;
  g_array_unref (sums->sums);
  g_free (sums->places);
  g_free (sums);
}

static gboolean
is_same_key (const SheafVerifySum *left,
             const SheafVerifySum *right)
{
  return left->kind == right->kind && left->month == right->month && left->layer == right->layer &&
         memcmp (left->ids, right->ids, sizeof left->ids) == 0;
}

static guint64
mix (guint64 hash,
     guint64 part)
{
  hash = (hash ^ part) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ (hash >> 29);
}

/* Where the key is, or the free place where it belongs. */
static gsize
find_place (const SheafVerifySums *sums,
            const SheafVerifySum  *key)
{
  guint64 hash = mix ((guint64) key->kind << 32 | (guint32) key->month, (guint64) key->layer);
  gsize   place;

  for (guint i = 0; i < G_N_ELEMENTS (key->ids); i++)
    hash = mix (hash, (guint64) key->ids[i]);
  for (place = hash & (sums->size - 1); sums->places[place] != 0;
       place = (place + 1) & (sums->size - 1))
    if (is_same_key (&g_array_index (sums->sums, SheafVerifySum, sums->places[place] - 1), key))
      break;
  return place;
}

static void
grow (SheafVerifySums *sums)
{
  g_free (sums->places);
  sums->size *= 2;
  sums->places = g_new0 (guint32, sums->size);
  for (guint i = 0; i < sums->sums->len; i++)
    sums->places[find_place (sums, &g_array_index (sums->sums, SheafVerifySum, i))] = i + 1;
}

void
sheaf_verify_sums_add (SheafVerifySums      *sums,
                       const SheafVerifySum *add)
{
  gsize place = find_place (sums, add);

  if (sums->places[place] != 0)
    {
      SheafVerifySum *sum = &g_array_index (sums->sums, SheafVerifySum, sums->places[place] - 1);

      sum->debit += add->debit;
      sum->credit += add->credit;
      return;
    }
  g_array_append_val (sums->sums, *add);
  sums->places[place] = sums->sums->len;
  if (sums->sums->len * (gsize) 2 > sums->size)
    grow (sums);
}

static int
compare_ids (const SheafVerifySum *left,
             const SheafVerifySum *right)
{
  for (guint i = 0; i < G_N_ELEMENTS (left->ids); i++)
    if (left->ids[i] != right->ids[i])
      return left->ids[i] < right->ids[i] ? -1 : 1;
  return 0;
}

static int
compare_sums (gconstpointer a,
              gconstpointer b)
{
  const SheafVerifySum *left = a, *right = b;

  if (left->month != right->month)
    return left->month < right->month ? -1 : 1;
  if (left->layer != right->layer)
    return left->layer < right->layer ? -1 : 1;
  return compare_ids (left, right);
}

GArray *
sheaf_verify_sums_list (const SheafVerifySums *sums,
                        SheafVerifySumKind     kind)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (SheafVerifySum));

  for (guint i = 0; i < sums->sums->len; i++)
    {
      const SheafVerifySum *sum = &g_array_index (sums->sums, SheafVerifySum, i);

      if (sum->kind == kind && (sum->debit != 0 || sum->credit != 0))
        g_array_append_val (list, *sum);
    }
  g_array_sort (list, compare_sums);
  return list;
}
