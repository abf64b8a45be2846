/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The acts of the certificate desk. */
#pragma once

#include "app/capital/certificate-desk.h"
#include "app/capital/certificate-jobs.h"

/* The row that is selected; the table as read. NULL: none. */
const SheafCertificateRow   *sheaf_certificate_desk_get_row (SheafCertificateDesk *desk);
const SheafCertificateTable *sheaf_certificate_desk_get_table (SheafCertificateDesk *desk);

/* Installs the actions "certificates.…". */
void sheaf_certificate_acts_install (GtkWidgetClass *widget_class);
