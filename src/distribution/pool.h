/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two profits and the pools each is split into. */
#pragma once

#include "base/money.h"

/* Internal: from transactions with official members under agreement; external: all else (Law
 * 17/2023/QH15 Art. 4). */
typedef enum
{
  SHEAF_SIDE_INTERNAL,
  SHEAF_SIDE_EXTERNAL,
} SheafSide;
#define SHEAF_SIDES 2

/* In the order in which equal remainders are settled and in which shares are listed. */
typedef enum
{
  SHEAF_POOL_USE,
  SHEAF_POOL_LABOUR,
  SHEAF_POOL_CAPITAL,
  SHEAF_POOL_EQUAL,
} SheafPool;
#define SHEAF_POOLS 4

/* "use", "labour", "capital", "equal", NULL: in the order of SheafPool, as files hold them. */
extern const char *const sheaf_pool_words[];

/* "internal" or "external"; "use", "labour", "capital" or "equal": as files hold them. */
const char *sheaf_side_to_text (SheafSide side);
const char *sheaf_pool_to_text (SheafPool pool);

/* "internal-use" and so on, as the list of shares names a pool of a side. */
const char *sheaf_pool_name (SheafSide side,
                             SheafPool pool);

/* Weights are products of money, days and factors and may pass 64 bits; as text they are plain
 * digits. Free with g_free. */
char    *sheaf_weight_to_text (SheafWeight weight);
gboolean sheaf_weight_from_text (const char  *text,
                                 SheafWeight *ret_weight);
