/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What members still have to pay in and what the co-op has to pay back, with the days. What is
 * promised is paid in the instalments that were agreed, else within the charter's or the law's term
 * after joining or after the promise, whichever is later (Law 17/2023/QH15 Art. 74.4). Payments and
 * reductions settle what falls due first. */
#pragma once

#include "capital/balance.h"
#include "capital/schedule.h"

/* What the law makes of it once the term is over. */
typedef enum
{
  SHEAF_CAPITAL_IN_TIME,  /* it is not over; rights follow the commitment */
  SHEAF_CAPITAL_ENDS,     /* nothing, or less than the minimum, is paid in: the membership ends */
  SHEAF_CAPITAL_RESTRICT, /* rights follow what is paid in (both Art. 74.6) */
} SheafCapitalOutcome;

/* One instalment, or what is open of one promise. */
typedef struct
{
  gint64              party_id;
  char               *code;
  char               *name;
  SheafScheduleKind   kind;
  SheafDate           due;         /* its last day; SHEAF_DATE_NONE: no term is known */
  SheafMoney          amount;      /* what is open of it, above 0 */
  gboolean            instalment;  /* by an agreed schedule, else by the term */
  char               *document;    /* of the schedule; may be NULL */
  guint               overdue;     /* days since due at the end of the day; 0: none */
  SheafDate           deadline;    /* of what is paid in: by charter and law; else NONE */
  SheafCapitalOutcome outcome;     /* IN_TIME until the deadline is over */
  SheafDate           register_by; /* once the deadline is over: the last day to register the lower
                                      charter capital (Art. 74.7); else NONE */
  SheafCapitalBalance balance;     /* of the member on the day */
} SheafCapitalDue;

const char *sheaf_capital_outcome_to_word (SheafCapitalOutcome outcome); /* "in-time", "ends",
                                                                           "restrict" */
/* For people, in their language: what follows. */
const char *sheaf_capital_outcome_title (SheafCapitalOutcome outcome);

/* Everything open at the end of the day, what falls due first first, then by code; of
 * SheafCapitalDue. Those who left owe nothing more; refunds stay due to them. */
GPtrArray *sheaf_capital_dues (SheafBook *book,
                               SheafDate  on,
                               GError   **error);

/* Lowers the member's commitment by what was not paid in when the term was over (cause "deadline"),
 * as one act on the day. The membership does not end by it: leaving is entered apart. Refused where
 * nothing is over the term. document: the resolution; may be NULL. */
gboolean sheaf_capital_lower (SheafBook  *book,
                              gint64      party_id,
                              SheafDate   on,
                              const char *document,
                              GError    **error);
