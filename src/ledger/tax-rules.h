/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the law on income tax says for a tax year, from data/taxes/cit-COUNTRY.ini: rates,
 * thresholds, each with its source. */
#pragma once

#include "base/money.h"
#include "base/rate.h"
#include "ledger/dated.h"

/* A value of law; without a group of its own in the data it is not known. */
typedef struct
{
  gboolean known;
  gint64   number; /* money in smallest units, a rate in millionths, or a plain count */
  char    *source;
  char    *basis[3];   /* the law in short, vi, en, fr; the source where the data have none */
  char    *confidence; /* "2", "1", "M", "I": how sure the data are */
} SheafTaxValue;

typedef struct
{
  char         *name; /* "standard", "small", "agriculture" */
  SheafRate     rate;
  gboolean      chosen;        /* never taken by revenue: people choose it */
  gboolean      has_limit;     /* taken up to a revenue of the year before */
  SheafMoney    revenue_up_to; /* inclusive */
  char         *texts[3];      /* what it is for, vi, en, fr */
  SheafTaxValue law;           /* number as rate; source */
} SheafTaxRate;

typedef struct
{
  GKeyFile     *data; /* owned by the book */
  int           year;
  GPtrArray    *rates;          /* of SheafTaxRate, as the data order them */
  SheafTaxValue exempt_revenue; /* money: no tax in a year whose revenue is not above */
  SheafTaxValue loss_years;     /* count */
  SheafTaxValue provisional;    /* rate: part of the year's tax that is paid in advance */
  SheafDate     provisional_until;
  SheafTaxValue non_cash;    /* money: from here on payments need proof */
  SheafTaxValue common_fund; /* 1: what is set aside to the common fund is exempt */
} SheafTaxRules;

/* The rules of a tax year (its last day decides). An error where the book's country has no such
 * data, or no standard rate for the year. */
SheafTaxRules *sheaf_tax_rules_load (SheafBook *book,
                                     int        year,
                                     GError   **error);
void           sheaf_tax_rules_free (SheafTaxRules *rules);

/* The rate by the revenue of the year before: the lowest limit that it does not exceed; the
 * standard rate when revenue is not known. */
const SheafTaxRate *sheaf_tax_rules_by_revenue (const SheafTaxRules *rules,
                                                gboolean             known,
                                                SheafMoney           revenue);

/* The rate of a name; NULL when the year has none. */
const SheafTaxRate *sheaf_tax_rules_find (const SheafTaxRules *rules,
                                          const char          *name);

/* A text of the group [texts], {quarter} and {year} filled in. Free with g_free. */
char *sheaf_tax_rules_text (const SheafTaxRules *rules,
                            const char          *key,
                            int                  quarter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafTaxRules, sheaf_tax_rules_free)
