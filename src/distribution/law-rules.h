/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of a law pack that are lists: reserves, least and most of pools, caps on the return on
 * capital, forms of payment, taxes. The language of packs is in README.md. */
#pragma once

#include "base/date.h"
#include "base/rate.h"
#include "distribution/pool.h"

typedef struct
{
  SheafRate rate;
  char     *article; /* "84": as refusals name it */
  char     *source;
  SheafDate valid_from;
} SheafLawRate;

/* What a rate is taken of. */
typedef enum
{
  SHEAF_LAW_OF_SURPLUS, /* the year's profit after losses and earmarks */
  SHEAF_LAW_OF_REST,    /* what the common fund and the reserves before it have left of that */
  SHEAF_LAW_OF_SHARES,  /* what is shared among members ("to-share") */
} SheafLawBase;

/* When a reserve is full. */
typedef enum
{
  SHEAF_LAW_UNTIL_NEVER,
  SHEAF_LAW_UNTIL_CAPITAL,         /* the members' capital on the year's last day */
  SHEAF_LAW_UNTIL_HIGHEST_CAPITAL, /* the highest it ever was */
  SHEAF_LAW_UNTIL_ASSETS,          /* the total of the balance sheet */
} SheafLawUntil;

/* A reserve that the law takes before members share. */
typedef struct
{
  char         *name;
  char         *title;
  char         *role; /* the chart's account, where the plan names none */
  gboolean      sides[SHEAF_SIDES];
  SheafLawBase  base;
  SheafLawRate  floor;
  SheafRate     rate; /* where the plan says nothing */
  SheafLawUntil until;
  SheafRate     until_rate; /* of what "until" measures */
} SheafLawReserve;

/* The least or the most that some pools together get of a profit. */
typedef struct
{
  char        *name;
  gboolean     is_floor;
  gboolean     sides[SHEAF_SIDES];
  gboolean     pools[SHEAF_POOLS];
  SheafLawBase base; /* of shares, or of the surplus */
  SheafLawRate rate;
} SheafLawPoolRule;

/* Where that goes which a cap keeps from its pool. */
typedef enum
{
  SHEAF_LAW_EXCESS_STAYS, /* undistributed */
  SHEAF_LAW_EXCESS_POOL,
  SHEAF_LAW_EXCESS_RESERVE,
} SheafLawExcess;

/* The most that the pool of capital gets: a part of the capital, or what other pools get. */
typedef struct
{
  char          *name;
  gboolean       by_rate; /* FALSE: only at_most */
  SheafLawRate   rate;    /* with an index added to it where one is named */
  char          *index;
  gboolean       has_at_most;
  gboolean       at_most[SHEAF_POOLS]; /* not more than these together */
  SheafLawExcess excess;
  SheafPool      excess_pool;
  char          *excess_reserve;
} SheafLawCap;

/* Published rates, averaged over years: "tmo". values by their period, "2023-1". */
typedef struct
{
  char       *name;
  char       *title;
  char       *source;
  guint       years;   /* the income year and those before it */
  guint       periods; /* of one year */
  GHashTable *values;  /* char * to rate in millionths */
} SheafLawIndex;

/* What a share may be paid in. Stored in plan_form as number + 1. */
typedef enum
{
  SHEAF_PAY_FORM_MONEY,
  SHEAF_PAY_FORM_CAPITAL,      /* kept as capital of the member */
  SHEAF_PAY_FORM_QUALIFIED,    /* a written notice that the member is taxed for at once */
  SHEAF_PAY_FORM_NONQUALIFIED, /* one that the member is taxed for when it is redeemed */
} SheafPayForm;
#define SHEAF_PAY_FORMS 4

typedef struct
{
  gboolean     forms[SHEAF_PAY_FORMS];
  SheafLawRate money_floor; /* the least part in money as soon as there is a qualified notice */
} SheafLawPayment;

/* Who is paid, as far as a tax asks. */
typedef enum
{
  SHEAF_PAYEE_PERSON,
  SHEAF_PAYEE_ORGANISATION,
} SheafPayee;

/* What the law takes shares for, as far as it leaves that open: "capital-income", "wage", "none",
 * "exempt-agricultural". A plan chooses one for each pool. */
typedef struct
{
  char        *name;
  char        *title; /* in the law's own language */
  gboolean     pools[SHEAF_POOLS];
  char       **sectors; /* of books that may choose it; NULL: any */
  SheafLawRate rule;    /* article, source, validity; the rate says nothing */
} SheafLawTreatment;

/* A tax kept back from what a pool pays. Where several fit, the last one of the pack counts. */
typedef struct
{
  char        *name;
  char        *title;
  char       **treatments; /* of the pool; NULL: whatever the plan chose */
  gboolean     pools[SHEAF_POOLS];
  gboolean     person;
  gboolean     organisation;
  char       **sectors;   /* of the book; NULL: any */
  SheafLawRate rate;      /* 0: exempt, said so that papers can name the article */
  SheafMoney   threshold; /* nothing below it, of one payment */
  SheafDate    valid_until;
} SheafLawTax;

typedef struct
{
  GPtrArray      *reserves;   /* of SheafLawReserve, in the order in which they are taken */
  GPtrArray      *pools;      /* of SheafLawPoolRule */
  GPtrArray      *caps;       /* of SheafLawCap */
  GPtrArray      *indices;    /* of SheafLawIndex */
  GPtrArray      *treatments; /* of SheafLawTreatment */
  GPtrArray      *taxes;      /* of SheafLawTax */
  SheafLawPayment payments[SHEAF_POOLS];
} SheafLawRules;

/* "money", "capital", "qualified", "nonqualified": as files hold them. */
const char *sheaf_pay_form_to_text (SheafPayForm form);

/* Reads every rule of the pack. */
SheafLawRules *sheaf_law_rules_read (GKeyFile *file,
                                     GError  **error);
void           sheaf_law_rules_free (SheafLawRules *rules);

/* One rule's rate, article, source and validity. key holds the rate; where it is absent, or the
 * group, the rate is that of without. */
gboolean sheaf_law_rate_read (GKeyFile     *file,
                              const char   *group,
                              const char   *key,
                              SheafRate     without,
                              SheafLawRate *rate,
                              GError      **error);
void     sheaf_law_rate_clear (SheafLawRate *rate);

const SheafLawReserve *sheaf_law_rules_reserve (const SheafLawRules *rules,
                                                const char          *name);
const SheafLawIndex   *sheaf_law_rules_index (const SheafLawRules *rules,
                                              const char          *name);

/* The average over the periods of the years that end with year. FALSE where a value is missing;
 * ret_missing is then its period. Rounded down. Free ret_missing with g_free. */
gboolean sheaf_law_index_average (const SheafLawIndex *index,
                                  int                  year,
                                  SheafRate           *ret_rate,
                                  char               **ret_missing);

/* What a plan may choose for a pool: of const SheafLawTreatment, in the pack's order; empty where
 * the pack knows no taxes on shares. Free with g_ptr_array_unref. */
GPtrArray *sheaf_law_rules_treatments (const SheafLawRules *rules,
                                       SheafPool            pool);

/* The treatment of that name; NULL: the pack has none. name may be NULL. */
const SheafLawTreatment *sheaf_law_rules_treatment (const SheafLawRules *rules,
                                                    const char          *name);

/* Books of such a sector may choose the treatment; sector NULL: not known. */
gboolean sheaf_law_treatment_fits (const SheafLawTreatment *treatment,
                                   const char              *sector);

/* NULL: the law has no such tax, or none of the name any more. */
const SheafLawTax *sheaf_law_rules_tax_named (const SheafLawRules *rules,
                                              const char          *name);

/* The tax kept back from a payment of the pool to such a payee on a day; NULL: none. treatment is
 * what the plan chose for the pool (NULL: nothing); sector may be NULL. */
const SheafLawTax *sheaf_law_rules_tax (const SheafLawRules *rules,
                                        const char          *treatment,
                                        SheafPool            pool,
                                        SheafPayee           payee,
                                        const char          *sector,
                                        SheafDate            day);

/* For readers of rules. The place of the value among the words; the first one where the key is
 * absent. Which of the words the list names; without the key all of them. */
gboolean sheaf_law_word_read (GKeyFile          *file,
                              const char        *group,
                              const char        *key,
                              const char *const *words,
                              guint             *ret_index,
                              GError           **error);
gboolean sheaf_law_words_read (GKeyFile          *file,
                               const char        *group,
                               const char        *key,
                               const char *const *words,
                               gboolean          *ret_named,
                               GError           **error);

/* The words "use", "labour", "capital", "equal". */

/* Adds "[treatment NAME]" and "[tax NAME]" to the rules. */
gboolean sheaf_law_treatment_read (SheafLawRules *rules,
                                   GKeyFile      *file,
                                   const char    *group,
                                   GError       **error);
gboolean sheaf_law_tax_read (SheafLawRules *rules,
                             GKeyFile      *file,
                             const char    *group,
                             GError       **error);

/* Every tax names treatments that the pack has. */
gboolean sheaf_law_taxes_check (const SheafLawRules *rules,
                                GError             **error);
void     sheaf_law_treatment_free (gpointer treatment);
void     sheaf_law_tax_free (gpointer tax);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafLawRules, sheaf_law_rules_free)
