/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rule of one line of a statement, in the language the official instructions are written in. */
#pragma once

#include <glib.h>

/* DB(111)                 debit balance of the account, its details taken together
 * CB(341)                 credit balance
 * DBd(131), CBd(131)      sum of the debit (credit) balances of its details: account, party and
 * item; nothing is netted between them DBd(136+336)            several accounts netted per party
 * first, then summed DO(111)                 what the accounts held at the start of the period,
 * debit less credit DT(511), CT(511)        debit (credit) turnover of the period XT(Dr 511+512,
 * Cr 521)  turnover of the period between two sides L(110)                  another line of the
 * form Terms are joined with + and -; there are no brackets around sums. */
typedef enum
{
  SHEAF_RULE_DEBIT_BALANCE,
  SHEAF_RULE_DEBIT_OPENING,
  SHEAF_RULE_CREDIT_BALANCE,
  SHEAF_RULE_DEBIT_DETAILS,
  SHEAF_RULE_CREDIT_DETAILS,
  SHEAF_RULE_DEBIT_TURNOVER,
  SHEAF_RULE_CREDIT_TURNOVER,
  SHEAF_RULE_CROSS_TURNOVER,
  SHEAF_RULE_LINE,
} SheafRuleFunction;

typedef struct
{
  SheafRuleFunction function;
  int               sign;     /* 1 or -1 */
  char            **accounts; /* codes; the debit side of a cross turnover; NULL for a line */
  char            **credits;  /* codes of the credit side of a cross turnover, else NULL */
  char             *line;     /* the code of a line, else NULL */
  char             *text;     /* the term as written, without its sign */
} SheafRuleTerm;

typedef struct
{
  GPtrArray *terms; /* of SheafRuleTerm, at least one */
} SheafRule;

/* Reads a rule. The error's message begins with the character (1-based) at which reading stopped.
 */
SheafRule *sheaf_rule_parse (const char *text,
                             GError    **error);
void       sheaf_rule_free (SheafRule *rule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafRule, sheaf_rule_free)
