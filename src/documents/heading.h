/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands above and below the tables of a paper: unit, form number, title, date, signatures. */
#pragma once

#include "documents/paper-texts.h"
#include "documents/text.h"

/* The co-op as its papers name it. Texts may be empty, never NULL: an empty one is printed as dots
 * to be filled in by hand. */
typedef struct
{
  const char *name;
  const char *address;
} SheafHeadingUnit;

/* The upper part of a paper: unit and address on the left; form number and the regulation it is
 * from on the right, when the texts of the paper have them (header H-BC of Circular
 * 71/2024/TT-BTC); title; the sub-title line if any; the unit of money above the table's right end.
 * Starts a page when none is open. */
void sheaf_heading_draw (SheafDocument          *document,
                         SheafPaperTexts        *texts,
                         const char             *paper,
                         const SheafHeadingUnit *unit,
                         const char             *subtitle);

/* The heights that must be kept free for the signatures of a set. */
float sheaf_signatures_height (void);

/* Blocks side by side: a date line in italics where the set asks for one, the title of the signer,
 * the note under it, room to sign, and the name when it is known. set names a group of the texts
 * ("signatures-statement"); names has one entry (or NULL) a signer, or is NULL. date may be
 * SHEAF_DATE_NONE: dots. Kept together on one page. */
void sheaf_signatures_draw (SheafDocument     *document,
                            SheafPaperTexts   *texts,
                            const char        *set,
                            SheafDate          date,
                            const char *const *names);
