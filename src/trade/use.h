/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much members used the co-op (mức độ sử dụng sản phẩm, dịch vụ, Law 17/2023 Art. 4). */
#pragma once

#include "base/quantity.h"
#include "members/membership.h"

typedef enum
{
  SHEAF_USE_DELIVERY,
  SHEAF_USE_SUPPLY,
} SheafUseKind;

/* Of one member, product and kind. */
typedef struct
{
  gint64        party_id;
  gint64        product_id;
  char         *member; /* codes */
  char         *product;
  char         *product_name;
  char         *unit; /* of the quantity: "kg" */
  SheafUseKind  kind;
  gint64        rows;
  guint         days; /* on which there were such rows; the first and the last of them */
  SheafDate     first;
  SheafDate     last;
  SheafQuantity quantity;
  SheafMoney    amount; /* without VAT */
} SheafUse;

/* The sums of rows from the first to the last day on days when the member was official with an
 * agreement; reversed rows and reversals count nothing. By member's code, product's code, kind. Of
 * SheafUse. */
GPtrArray *sheaf_use_list (SheafBook *book,
                           SheafDate  from,
                           SheafDate  to,
                           GError   **error);

/* The same on the days when the person had such a right. */
GPtrArray *sheaf_use_list_of (SheafBook              *book,
                              SheafDate               from,
                              SheafDate               to,
                              const SheafMemberRight *right,
                              GError                **error);

/* The same by stretches that were read (sheaf_member_spans_all): for who reads more of the year. */
GPtrArray *sheaf_use_list_by (SheafBook              *book,
                              GHashTable             *everyone,
                              SheafDate               from,
                              SheafDate               to,
                              const SheafMemberRight *right,
                              GError                **error);

/* The same of one person. */
GPtrArray *sheaf_use_list_of_one (SheafBook              *book,
                                  SheafDate               from,
                                  SheafDate               to,
                                  const SheafMemberRight *right,
                                  gint64                  party_id,
                                  GError                **error);
