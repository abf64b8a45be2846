/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New events of certificates as judged, each filled in. Only capital includes this. */
#pragma once

#include "capital/certificate-private.h"

typedef struct
{
  SheafBook               *book;
  const char              *file; /* may be NULL */
  SheafProblems           *problems;
  SheafCertificateFacts   *facts;
  SheafCertificateNumbers *numbers;
  GPtrArray               *known;  /* those of the book */
  GPtrArray               *filled; /* of SheafCertificate: the new ones as they will be kept */
  GPtrArray               *olds;   /* what each of them replaces, or NULL; borrowed */
  GHashTable              *last;   /* party id to the person's last event; borrowed */
} SheafCertificateCheck;

/* Judges in order; book, file and problems are set, all else is zero. FALSE only when the book
 * cannot be read. */
gboolean sheaf_certificate_check_run (SheafCertificateCheck *check,
                                      const GPtrArray       *certificates,
                                      GError               **error);
void     sheaf_certificate_check_clear (SheafCertificateCheck *check);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SheafCertificateCheck, sheaf_certificate_check_clear)
