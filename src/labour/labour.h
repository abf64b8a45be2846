/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work that members and workers do for the co-op, and their pay. */
#pragma once

#include "base/problem.h"
#include "base/quantity.h"
#include "base/rate.h"
#include "members/membership.h"

/* Figures are negative when read back from a reversal. A reversal must agree with the row that it
 * takes back in person, and in amount where it is given. */
typedef struct
{
  gint64        id; /* 0 until entered */
  SheafDate     date;
  gint64        party_id;
  char         *work; /* may be NULL */
  SheafQuantity days; /* 0: not given, likewise rate */
  SheafRate     rate;
  gboolean      amount_given;
  SheafMoney    amount;      /* before tax and insurance; not given: days × rate, half up */
  gint64        account_id;  /* of the cost; 0: work in progress */
  SheafMoney    tax;         /* withheld */
  SheafMoney    insurance;   /* the worker's part, withheld */
  char         *reverses;    /* number of the row that this one takes back; NULL: none */
  gint64        reverses_id; /* read back; 0: none; likewise below */
  gint64        reversed_by; /* -1: its voucher alone was reversed */
  gint64        voucher_id;
  char         *number; /* read back: of the voucher, or "#" and the id: what reverses names */
  guint         line;
} SheafLabour;

SheafLabour *sheaf_labour_new (void);
void         sheaf_labour_free (SheafLabour *labour);

/* Judges new rows together; any party may work. rows is of SheafLabour. */
gboolean sheaf_labour_check (SheafBook       *book,
                             const GPtrArray *rows,
                             gboolean         post,
                             const char      *file,
                             SheafProblems   *problems,
                             GError         **error);

/* Enters rows as one act, each with its voucher unless post is FALSE. The first problem is the
 * error. */
gboolean sheaf_labour_post (SheafBook       *book,
                            const GPtrArray *rows,
                            gboolean         post,
                            GError         **error);

/* Rows of a person with those merged into it (0: of everyone) from the first to the last day, by
 * day, then as entered, reversals included. A day that is SHEAF_DATE_NONE is no bound. Of
 * SheafLabour. */
GPtrArray *sheaf_labour_list (SheafBook *book,
                              gint64     party_id,
                              SheafDate  from,
                              SheafDate  to,
                              GError   **error);

/* Pay of a year that counts in sharing income (mức độ góp sức lao động, Law 17/2023 Art. 4). */
typedef struct
{
  gint64        party_id;
  char         *member; /* code */
  gint64        rows;
  SheafQuantity days; /* of the rows that give them */
  SheafDate     first;
  SheafDate     last;
  SheafMoney    amount;
} SheafPay;

/* The sums from the first to the last day on days when the person was an official member; reversed
 * rows and reversals count nothing. In code order. Of SheafPay. */
GPtrArray *sheaf_pay_list (SheafBook *book,
                           SheafDate  from,
                           SheafDate  to,
                           GError   **error);

/* The same on the days when the person had such a right, by stretches that were read
 * (sheaf_member_spans_all). */
GPtrArray *sheaf_pay_list_by (SheafBook              *book,
                              GHashTable             *everyone,
                              SheafDate               from,
                              SheafDate               to,
                              const SheafMemberRight *right,
                              GError                **error);

/* The same of one person, by own stretches; empty where nothing counts. */
GPtrArray *sheaf_pay_list_of_one (SheafBook              *book,
                                  SheafDate               from,
                                  SheafDate               to,
                                  const SheafMemberRight *right,
                                  gint64                  party_id,
                                  GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafLabour, sheaf_labour_free)
