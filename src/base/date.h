/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A calendar day without time zone. */
#pragma once

#include <glib.h>

/* Days since 1970-01-01; years 1900 to 2999 can be read. */
typedef struct
{
  gint32 days;
} SheafDate;

/* For a day that is not there ("left" of a member who has not left). Never stored. */
#define SHEAF_DATE_NONE ((SheafDate){ .days = G_MININT32 })

SheafDate sheaf_date_new (int year,
                          int month,
                          int day);

/* The last day that a book can hold: balances up to it are those after all that is entered. */
#define SHEAF_DATE_LAST (sheaf_date_new (2999, 12, 31))

gboolean sheaf_date_is_none (SheafDate date);
int      sheaf_date_year (SheafDate date);
int      sheaf_date_month (SheafDate date);
int      sheaf_date_day (SheafDate date);

/* The month as a number that sorts: year × 100 + month. */
int       sheaf_date_year_month (SheafDate date);
SheafDate sheaf_date_add_days (SheafDate date,
                               int       days);
/* The same day so many months later, or the last day of that month. */
SheafDate sheaf_date_add_months (SheafDate date,
                                 guint     months);
SheafDate sheaf_date_month_end (SheafDate date);
int       sheaf_date_cmp (SheafDate a,
                          SheafDate b);

/* Exactly YYYY-MM-DD and a day that exists. */
gboolean sheaf_date_parse (const char *text,
                           SheafDate  *ret_date,
                           GError    **error);

/* YYYY-MM-DD; empty for SHEAF_DATE_NONE. Free with g_free. */
char *sheaf_date_to_text (SheafDate date);

/* For people: vi and fr 31/12/2025, en 31 Dec 2025. */
char *sheaf_date_format (SheafDate   date,
                         const char *language);
