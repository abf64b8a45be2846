/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a transfer tells who receives it, short enough for the one who carries it. */
#pragma once

#include "distribution/law.h"

/* The purpose in a QR code (NAPAS: at most 25 characters, unaccented). Slips and orders to the bank
 * say the same, though banks' sheets take more: so a member's statement says what the slip does,
 * and the bank's answer is matched whichever way the money went. */
#define SHEAF_TRANSFER_MAX 25

/* Unaccented letters, digits and single blanks: what every bank's program lets through. Free with
 * g_free. */
char *sheaf_transfer_clean (const char *text);

/* The law pack's text "transfer" for a member's share of a year, with letters, digits and blanks
 * only and at most so many of them. Where it is longer, the pack's words are cut, from the last of
 * them on, and the year and the member's code stay behind those that are left, as by them
 * statements of the bank are matched: "CHIA THU NHAP HTX 2025 TV0012" (29) becomes "CHIA THU NHAP
 * 2025 TV0012". A code that leaves no room for the year stays alone, one that has no room itself
 * loses its beginning. most is above 0. Free with g_free. */
char *sheaf_transfer_text (const SheafLaw *law,
                           int             year,
                           const char     *member,
                           gsize           most);
