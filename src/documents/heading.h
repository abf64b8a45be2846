/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands above and below the tables of a paper: unit, form number, title, date, signatures. */
#pragma once

#include "documents/text.h"

/* The upper part of a paper. On the left unit and address; on the right, where there is one, the
 * number of the official form, the regulation it is from and the revision; then title, sub-title
 * and, above the table's right end, the unit of money. Every text but title may be NULL. */
typedef struct
{
  const char *unit;
  const char *address;
  const char *code;
  const char *basis;
  const char *revision; /* "Sửa đổi lần 2 …", where figures were opened again; else NULL */
  const char *title;
  const char *subtitle;
  const char *money;
} SheafHeading;

/* Draws it at the top of a page; starts one when none is open. */
void sheaf_heading_draw (SheafDocument      *document,
                         const SheafHeading *heading);

/* Blocks side by side, one a signer (at most eight): titles in capitals; the note under each, the
 * date line above it and the name where they are known: these lists may be NULL, shorter, or have
 * empty texts. */
typedef struct
{
  const char *const *titles;
  const char *const *notes;
  const char *const *dates;
  const char *const *names;
  float              size; /* of the text, points; 0: the usual one */
} SheafSigners;

/* The height that blocks with titles of one line take, for sheaf_table_finish. */
float sheaf_signers_height (void);

/* Draws the blocks together on one page. */
void sheaf_signers_draw (SheafDocument      *document,
                         const SheafSigners *signers);
