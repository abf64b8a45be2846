/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What members deliver and buy. */
#pragma once

#include "base/problem.h"
#include "base/quantity.h"
#include "base/rate.h"
#include "book/book.h"

/* As stored; numbers are only ever appended to. */
typedef enum
{
  SHEAF_PRODUCT_PRODUCE = 1,
  SHEAF_PRODUCT_INPUT = 2,
  SHEAF_PRODUCT_SERVICE = 3,
} SheafProductKind;

typedef struct
{
  gint64           id; /* 0 until entered */
  char            *code;
  char            *name;
  char            *unit;
  SheafProductKind kind;
  SheafRate        price;              /* without VAT, for one unit; 0: none */
  gboolean         taxable;            /* FALSE: not subject to VAT, other than 0 % */
  SheafRate        vat_rate;           /* 0.08 is 8 % */
  gint64           stock_account_id;   /* 0: goods or work in progress */
  gint64           revenue_account_id; /* 0: not for sale to members; likewise cost */
  gint64           cost_account_id;
  SheafRate        cost; /* of one unit; 0: not known */
  guint            line;
} SheafProduct;

const char *sheaf_product_kind_to_word (SheafProductKind kind);
gboolean    sheaf_product_kind_from_word (const char       *word,
                                          SheafProductKind *ret_kind);

SheafProduct *sheaf_product_new (void);
void          sheaf_product_free (SheafProduct *product);

/* Judges new products together: codes free, kind known, accounts that can be posted to. products is
 * of SheafProduct. */
gboolean sheaf_product_check (SheafBook       *book,
                              const GPtrArray *products,
                              const char      *file,
                              SheafProblems   *problems,
                              GError         **error);
gboolean sheaf_product_insert (SheafBook       *book,
                               const GPtrArray *products,
                               GError         **error);

/* The id of a code; 0 when there is none. */
gint64        sheaf_product_find (SheafBook  *book,
                                  const char *code);
SheafProduct *sheaf_product_load (SheafBook *book,
                                  gint64     id,
                                  GError   **error);

/* In code order; of SheafProduct. */
GPtrArray *sheaf_product_list (SheafBook *book,
                               GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafProduct, sheaf_product_free)
