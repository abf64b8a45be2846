/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page for one member: what the member put in, what the co-op shared, and how each đồng
 * came. */
#pragma once

#include "documents/frame.h"
#include "documents/year-shares.h"

/* What is told of the member, gathered by the caller. Texts may be empty, never NULL. */
typedef struct
{
  const char *code;
  const char *name;
  const char *kind;     /* "official" and so on: a key of the texts */
  const char *identity; /* number of the identity paper, else the tax code */
  const char *place;
  const char *changes; /* what changed in the member's standing during the year */
  SheafDate   joined;  /* may be SHEAF_DATE_NONE */
  SheafMoney  capital_before;
  SheafMoney  capital_added;
  SheafMoney  capital_taken;
  SheafMoney  capital_after;
  SheafMoney  deliveries;
  SheafMoney  supplies;
  SheafMoney  wages;
  SheafMoney  paid;    /* of the share in money, so far */
  SheafMoney  tax;     /* of the share, kept back by payments so far, also of one that came back */
  SheafMoney  set_off; /* likewise, against the member's debts */
  SheafDate   paid_on; /* the last payment; SHEAF_DATE_NONE: none yet */
} SheafMemberFigures;

/* Draws the page (two only if the text is very long). Errors: SHEAF_DOCUMENTS_ERROR_DATA. */
gboolean sheaf_member_statement_draw (SheafDocument            *document,
                                      SheafPaperTexts          *texts,
                                      const SheafFrame         *frame,
                                      const SheafYearShares    *shares,
                                      const SheafMemberFigures *member,
                                      GError                  **error);
