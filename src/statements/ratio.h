/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ratios that lenders ask for, from data/ratios/COUNTRY.ini: each with its formula, what went into
 * it, a wish and whether it is met, for a year and the two before. */
#pragma once

#include "base/money.h"
#include "book/book.h"

/* A ratio's wish is kept as a setting: this and the ratio's key. */
#define SHEAF_RATIO_SETTING "ratio-"

/* The year asked for, the one before, the one before that. */
#define SHEAF_RATIO_YEARS 3

/* Why a figure is not there. */
typedef enum
{
  SHEAF_RATIO_KNOWN,
  SHEAF_RATIO_NO_YEAR,      /* the book and comparatives do not know the year */
  SHEAF_RATIO_NOT_POSITIVE, /* what is divided by is 0 or below */
  SHEAF_RATIO_TOO_LARGE,    /* the quotient has no place */
} SheafRatioState;

typedef struct
{
  SheafRatioState state;
  SheafMoney      amount; /* if known */
} SheafRatioFigure;

typedef struct
{
  int              sign;
  char            *text; /* as in the data: "B01-HTX:110", "CT(214)" */
  SheafRatioFigure figures[SHEAF_RATIO_YEARS];
  gboolean         answered; /* the year's figure is what people said */
} SheafRatioTerm;

typedef struct
{
  char            *key;
  char            *names[3]; /* vi, en, fr */
  GPtrArray       *terms;    /* of SheafRatioTerm */
  SheafRatioFigure figures[SHEAF_RATIO_YEARS];
} SheafRatioInput;

typedef enum
{
  SHEAF_RATIO_TIMES,
  SHEAF_RATIO_PERCENT,
  SHEAF_RATIO_DAYS,
} SheafRatioShown;

typedef enum
{
  SHEAF_RATIO_MET,
  SHEAF_RATIO_MISSED,
  SHEAF_RATIO_BETTER, /* than the year before */
  SHEAF_RATIO_WORSE,
  SHEAF_RATIO_SAME,
  SHEAF_RATIO_UNJUDGED, /* no wish, or nothing to compare with */
  SHEAF_RATIO_UNKNOWN,  /* the ratio itself is not known */
} SheafRatioVerdict;

typedef struct
{
  char                  *key;
  char                  *names[3];
  const SheafRatioInput *numerator; /* of the list's inputs */
  const SheafRatioInput *denominator;
  gint64                 factor;
  SheafRatioShown        shown;
  SheafRatioState        states[SHEAF_RATIO_YEARS];
  gint64                 values[SHEAF_RATIO_YEARS]; /* millionths, if known */
  gboolean               trend;                     /* only compared with the year before */
  gboolean               higher_is_better;
  gboolean               has_wish;
  gboolean               own_wish; /* set by the co-op, not the data */
  gint64                 wish;     /* millionths: at least, or at most */
  char                  *source;   /* of the wish; may be NULL */
  SheafRatioVerdict      verdict;
} SheafRatio;

typedef struct
{
  int        year;
  GPtrArray *inputs; /* of SheafRatioInput, those that are used, in the data's order */
  GPtrArray *ratios; /* of SheafRatio */
} SheafRatioList;

/* All ratios of a year. An error where the book's country has no such data or they cannot be
 * read. */
SheafRatioList *sheaf_ratio_list_compute (SheafBook *book,
                                          int        year,
                                          GError   **error);
void            sheaf_ratio_list_free (SheafRatioList *list);

/* The ratio of a key; NULL when there is none. */
const SheafRatio *sheaf_ratio_find (const SheafRatioList *list,
                                    const char           *key);

/* The keys of the settings that sheaf_ratio_set_wish writes, NULL-terminated; none where the
 * country's data have no ratios. Free with g_strfreev. */
char **sheaf_ratio_wish_settings (SheafBook *book);

/* The co-op's own wish for a ratio, a decimal; "" takes it back. Refused for a ratio that there is
 * not or that has no wish, and for what is no number. */
gboolean sheaf_ratio_set_wish (SheafBook  *book,
                               const char *key,
                               const char *value,
                               GError    **error);

/* Whether the data have a ratio of that key. */
gboolean sheaf_ratio_exists (SheafBook  *book,
                             const char *key);

/* "ratios/COUNTRY.ini" of the book's law. Free with g_free. */
char *sheaf_ratio_file (SheafBook *book);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafRatioList, sheaf_ratio_list_free)
