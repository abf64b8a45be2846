/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book with contributions, and short ways to handle its certificates. */
#pragma once

#include "capital/certificate.h"
#include "helpers/members.h"

/* TV1 official with 100 paid up, TV2 a contributing associate with 200 of 300, TV3 an associate
 * without contribution; since 2025-01-01, paid in February. */
SheafBook *papers_book (void);
gint64     papers_id (SheafBook  *book,
                      const char *code);

/* Issues with the next number, which must be this one. */
void papers_issue (SheafBook  *book,
                   const char *code,
                   const char *day,
                   const char *number);

/* The member's certificate on the day; NULL: none. */
SheafCertificate *papers_in_force (SheafBook  *book,
                                   const char *code,
                                   const char *day);

/* Expects the error of a refusal with the text in it, and clears it. */
void papers_assert_refused (GError    **error,
                            const char *text);
