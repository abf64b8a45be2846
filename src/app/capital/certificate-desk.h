/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The certificate desk: certificates of contribution that are due or in force, what is done with
 * them, their papers. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_CERTIFICATE_DESK (sheaf_certificate_desk_get_type ())
G_DECLARE_FINAL_TYPE (SheafCertificateDesk,
                      sheaf_certificate_desk,
                      SHEAF,
                      CERTIFICATE_DESK,
                      SheafPage)

/* The language that papers are printed in: "vi", "en" or "fr". */
const char *sheaf_certificate_desk_get_language (SheafCertificateDesk *desk);
