/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terms of the Law on Cooperatives. */
#include "app/members/member-words.h"

#include "base/i18n.h"

const char *
sheaf_member_words_kind (SheafMemberKind kind)
{
  return sheaf_member_kind_title (kind);
}

const char *
sheaf_member_words_event (SheafMembershipKind event)
{
  static const char *const words[] = {
    [SHEAF_MEMBERSHIP_JOIN] = N_ ("Joined"),
    [SHEAF_MEMBERSHIP_KIND] = N_ ("Changed kind"),
    [SHEAF_MEMBERSHIP_AGREEMENT_SIGNED] = N_ ("Signed the agreement"),
    [SHEAF_MEMBERSHIP_AGREEMENT_ENDED] = N_ ("Agreement ended"),
    [SHEAF_MEMBERSHIP_LEAVE] = N_ ("Left"),
    [SHEAF_MEMBERSHIP_DEATH] = N_ ("Died"),
    [SHEAF_MEMBERSHIP_HEIR] = N_ ("Heir named"),
  };

  return event > 0 && event < G_N_ELEMENTS (words) ? _ (words[event]) : "";
}

const char *
sheaf_member_words_capital (SheafCapitalKind event)
{
  static const char *const words[] = {
    [SHEAF_CAPITAL_COMMIT] = N_ ("Promised capital"),
    [SHEAF_CAPITAL_REDUCE] = N_ ("Promised less"),
    [SHEAF_CAPITAL_PAY] = N_ ("Paid in"),
    [SHEAF_CAPITAL_PAY_IN_KIND] = N_ ("Paid in kind"),
    [SHEAF_CAPITAL_TRANSFER_OUT] = N_ ("Passed on"),
    [SHEAF_CAPITAL_REFUND] = N_ ("Refunded"),
    [SHEAF_CAPITAL_CAPITALISE] = N_ ("Income made capital"),
  };

  return event > 0 && event < G_N_ELEMENTS (words) ? _ (words[event]) : "";
}

const char *
sheaf_member_words_field (const char *field)
{
  static const struct
  {
    const char *field;
    const char *title;
  } titles[] = {
    { "name", N_ ("Name") },
    { "id_number", N_ ("Identity number") },
    { "id_day", N_ ("Issued on") },
    { "id_place", N_ ("Issued by") },
    { "birth", N_ ("Born on") },
    { "gender", N_ ("Gender") },
    { "nationality", N_ ("Nationality") },
    { "represents", N_ ("Belongs as") },
    { "representative", N_ ("Representative") },
    { "representative_id", N_ ("Identity number of the representative") },
    { "address", N_ ("Address") },
    { "hamlet", N_ ("Hamlet") },
    { "team", N_ ("Team") },
    { "phone", N_ ("Telephone") },
    { "tax_code", N_ ("Tax code") },
    { "bank_bin", N_ ("Bank number (BIN)") },
    { "bank_account", N_ ("Bank account") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_strcmp0 (titles[i].field, field) == 0)
      return _ (titles[i].title);
  return field;
}
