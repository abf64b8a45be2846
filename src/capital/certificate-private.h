/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files on certificates share: how members stand, what a paper of a day says. */
#pragma once

#include "capital/balance.h"
#include "capital/certificate-due.h"
#include "members/membership.h"

typedef struct _SheafCertificateFacts SheafCertificateFacts;

/* Reads everyone's facts, capital and membership once. */
SheafCertificateFacts *sheaf_certificate_facts_load (SheafBook *book,
                                                     GError   **error);
void                   sheaf_certificate_facts_free (SheafCertificateFacts *facts);

/* How a person stands at the end of a day. */
typedef struct
{
  gboolean            contributes; /* official or contributing associate member */
  gboolean            fully_paid;
  SheafCapitalBalance capital;
  SheafDate           changed; /* the last capital event up to the day; none: none */
  SheafDate           ended;   /* the first day as no contributing member; none: is one, or never
                                  was */
} SheafCertificateStanding;

SheafCertificateStanding sheaf_certificate_facts_on (const SheafCertificateFacts *facts,
                                                     gint64                       party_id,
                                                     SheafDate                    day);

/* Everyone who ever was a member, in code order; of gint64. */
const GArray *sheaf_certificate_facts_people (const SheafCertificateFacts *facts);

/* "?" for one who is in no register. */
const char *sheaf_certificate_facts_code (const SheafCertificateFacts *facts,
                                          gint64                       party_id);
const char *sheaf_certificate_facts_name (const SheafCertificateFacts *facts,
                                          gint64                       party_id);

/* Fills what the certificate does not say itself by the register of its day. */
void sheaf_certificate_facts_fill (SheafCertificateFacts *facts,
                                   SheafCertificate      *certificate);

/* The bits in which two papers differ; charter capital, place and signer belong to the day of each
 * and are not compared. */
guint sheaf_certificate_compare (const SheafCertificate *one,
                                 const SheafCertificate *other);

/* The bits of what a certificate of the day would say otherwise. */
guint sheaf_certificate_facts_compare (SheafCertificateFacts  *facts,
                                       const SheafCertificate *certificate,
                                       SheafDate               day);

/* TRUE when the paper is to be exchanged: a change, and the contribution is fully paid or below
 * what the paper says. */
gboolean sheaf_certificate_is_due_for_exchange (const SheafCertificate         *certificate,
                                                const SheafCertificateStanding *standing,
                                                guint                           changes);

/* Hands out numbers by the book's pattern, none twice. */
typedef struct _SheafCertificateNumbers SheafCertificateNumbers;

SheafCertificateNumbers *sheaf_certificate_numbers_load (SheafBook *book,
                                                         GError   **error);
void                     sheaf_certificate_numbers_free (SheafCertificateNumbers *numbers);

/* FALSE when the number is there already, in whatever case; else it is from now on. */
gboolean sheaf_certificate_numbers_take (SheafCertificateNumbers *numbers,
                                         const char              *number);

/* The next one, which is taken by it. Free with g_free. */
char *sheaf_certificate_numbers_next (SheafCertificateNumbers *numbers,
                                      SheafDate                day);

/* The checks, see verify.c. */
gboolean sheaf_certificate_verify_order (SheafBook     *book,
                                         SheafProblems *problems,
                                         GError       **error);
gboolean sheaf_certificate_verify_numbers (SheafBook     *book,
                                           SheafProblems *problems,
                                           GError       **error);
gboolean sheaf_certificate_verify_content (SheafBook     *book,
                                           SheafProblems *problems,
                                           GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafCertificateFacts, sheaf_certificate_facts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafCertificateNumbers, sheaf_certificate_numbers_free)
