/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a certificate says: labels and texts in the order of Art. 75 (Law 17/2023). */
#pragma once

#include "capital/certificate.h"
#include "documents/paper-texts.h"
#include "documents/words.h"

typedef struct
{
  const char *label;
  char       *text;
  gboolean    bold;
} SheafCertificateField;

typedef struct
{
  SheafPaperTexts *texts;
  const char      *group;    /* of the texts: "certificate-vi" */
  const char      *language; /* "vi", "en", "fr" */
  SheafWords      *amounts;  /* in that language */
} SheafCertificateWords;

/* Of SheafCertificateField; the first *ret_coop of them are the co-op's own. Error: what amounts in
 * words refuse. */
GArray *sheaf_certificate_fields (const SheafCertificateWords *words,
                                  const SheafCertificate      *paper,
                                  guint                       *ret_coop,
                                  GError                     **error);

/* Dots to be filled in by hand where nothing is known. */
const char *sheaf_certificate_or_dots (const char *text);
