/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A parameter of a statement. */
#pragma once

#include "base/date.h"
#include "base/money.h"

typedef enum
{
  SHEAF_VALUE_END, /* closes a list */
  SHEAF_VALUE_NULL,
  SHEAF_VALUE_INT,
  SHEAF_VALUE_TEXT,
  SHEAF_VALUE_DATE,
  SHEAF_VALUE_BLOB,
} SheafValueKind;

typedef struct
{
  SheafValueKind kind;
  gint64         integer; /* also the day, and a blob's length */
  const void    *data;    /* text or blob, owned by the caller for the length of the call */
} SheafValue;

SheafValue sheaf_value_int (gint64 integer);

/* 0 becomes NULL: for references that may be absent. */
SheafValue sheaf_value_id (gint64 id);

/* NULL becomes NULL. */
SheafValue sheaf_value_text (const char *text);

/* NULL and "" become NULL. */
SheafValue sheaf_value_optional (const char *text);

/* Written as YYYY-MM-DD; SHEAF_DATE_NONE becomes NULL. */
SheafValue sheaf_value_date (SheafDate date);
SheafValue sheaf_value_blob (const void *data,
                             gsize       length);

#define SHEAF_INT(n) sheaf_value_int (n)
#define SHEAF_ID(n) sheaf_value_id (n)
#define SHEAF_TEXT(s) sheaf_value_text (s)
#define SHEAF_OPTIONAL(s) sheaf_value_optional (s)
#define SHEAF_DAY(d) sheaf_value_date (d)
#define SHEAF_UNITS(m) sheaf_value_int ((m).units)

/* A statement's parameters in the order $1, $2, … */
#define SHEAF_ARGS(...) ((const SheafValue[]){ __VA_ARGS__, { .kind = SHEAF_VALUE_END } })
#define SHEAF_NO_ARGS ((const SheafValue[]){ { .kind = SHEAF_VALUE_END } })
