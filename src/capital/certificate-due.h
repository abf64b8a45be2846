/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be done with certificates: to issue, to exchange, to withdraw. */
#pragma once

#include "capital/certificate.h"

/* One bit for each text of SheafCertificateText, and these. */
#define SHEAF_CERTIFICATE_CHANGED_AMOUNT (1u << SHEAF_CERTIFICATE_N_TEXTS)
#define SHEAF_CERTIFICATE_CHANGED_UNTIL (2u << SHEAF_CERTIFICATE_N_TEXTS)

typedef struct
{
  gint64               party_id;
  char                *code;
  char                *name;
  SheafCertificateKind event;    /* what is to be done: issue, exchange or withdraw */
  SheafCertificate    *standing; /* in force; NULL: none */
  SheafMoney           paid;     /* on the day */
  SheafDate            since;    /* fully paid, or no contributing member any more */
  guint                changes;  /* of an exchange: bits as above */
} SheafCertificateDue;

void sheaf_certificate_due_free (SheafCertificateDue *due);

/* At the end of a day, in code order; of SheafCertificateDue. To issue: fully paid without one. To
 * withdraw: in force, but the holder is no contributing member or has nothing paid in. To exchange:
 * the amount, or what is known of holder and co-op, is no more what the paper says. That the
 * charter capital and with it the percentage changed is no reason: the paper states those of its
 * day. */
GPtrArray *sheaf_certificates_due (SheafBook *book,
                                   SheafDate  on,
                                   GError   **error);

/* What changed, in words, joined by commas; "" for nothing. Free with g_free. */
char *sheaf_certificate_changes_text (guint changes);

/* The same as files hold it: the columns of the kind "certificates", parted by blanks. */
char *sheaf_certificate_changes_to_words (guint changes);

/* Enters for all that is due in one way on the day what is to be done; reason is needed for
 * withdrawals. ret_ids takes the ids (of gint64), or NULL. Refused where nothing is due. */
gboolean sheaf_certificates_enter_due (SheafBook           *book,
                                       SheafCertificateKind event,
                                       SheafDate            day,
                                       const char          *reason,
                                       GArray             **ret_ids,
                                       GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafCertificateDue, sheaf_certificate_due_free)
