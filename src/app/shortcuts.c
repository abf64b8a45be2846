/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Menu, button, key and the list of commands all name the same action. */
#include "app/shortcuts.h"

#include "base/i18n.h"

static const SheafShortcut shortcuts[] = {
  { N_ ("Book"), N_ ("New book"), "win.new-book", "<Primary><Shift>n" },
  { N_ ("Book"), N_ ("Open a book"), "win.open-book", "<Primary>o" },
  { N_ ("Book"), N_ ("Try the sample"), "win.open-sample", NULL },
  { N_ ("Book"), N_ ("Close the book"), "win.close-book", "<Primary>w" },
  { N_ ("Go to"), N_ ("Overview"), "win.go(('overview',''))", "<Alt>1" },
  { N_ ("Go to"), N_ ("Vouchers"), "win.go(('vouchers',''))", "<Alt>2" },
  { N_ ("Go to"), N_ ("Accounts"), "win.go(('accounts',''))", "<Alt>3" },
  { N_ ("Go to"), N_ ("Parties"), "win.go(('parties',''))", "<Alt>4" },
  { N_ ("Go to"), N_ ("Items"), "win.go(('items',''))", "<Alt>5" },
  { N_ ("Go to"), N_ ("Register of members"), "win.go(('members',''))", "<Alt>6" },
  { N_ ("Go to"), N_ ("Members’ capital"), "win.go(('capital',''))", "<Primary><Alt>v" },
  { N_ ("Go to"), N_ ("Certificates of contribution"), "win.go(('certificates',''))",
    "<Primary><Alt>g" },
  { N_ ("Go to"), N_ ("Distribution"), "win.go(('distribution',''))", "<Alt>7" },
  { N_ ("Go to"), N_ ("Checks and lists"), "win.go(('lists',''))", "<Alt>8" },
  { N_ ("Go to"), N_ ("Papers"), "win.go(('papers',''))", "<Alt>9" },
  { N_ ("Go to"), N_ ("Bank statements"), "win.go(('reconciliation',''))", "<Primary><Alt>k" },
  { N_ ("Go to"), N_ ("Counts of cash and stock"), "win.go(('counts',''))", "<Primary><Alt>q" },
  { N_ ("Go to"), N_ ("Confirmations of debts"), "win.go(('confirmations',''))",
    "<Primary><Alt>d" },
  { N_ ("Go to"), N_ ("Closing"), "win.go(('closing',''))", "<Primary><Alt>c" },
  { N_ ("Go to"), N_ ("Statements"), "win.go(('statements',''))", "<Alt>0" },
  { N_ ("Go to"), N_ ("Books of account"), "win.go(('books',''))", "<Primary><Alt>b" },
  { N_ ("Go to"), N_ ("Back"), "win.back", "<Alt>Left" },
  { N_ ("Go to"), N_ ("Forward"), "win.forward", "<Alt>Right" },
  { N_ ("Book"), N_ ("Search everything"), "win.search", "<Primary><Shift>f" },
  { N_ ("Book"), N_ ("Settings of the book"), "win.book-settings", NULL },
  { N_ ("Members"), N_ ("Many new members"), "win.enter-many('members')", NULL },
  { N_ ("Members"), N_ ("Many events of membership"), "win.enter-many('membership')", NULL },
  { N_ ("Members"), N_ ("Many capital events"), "win.enter-many('capital')", NULL },
  { N_ ("Foreign money"), N_ ("Rates of exchange"), "win.rates", NULL },
  { N_ ("Foreign money"), N_ ("Revalue foreign money"), "win.revalue", NULL },
  { N_ ("Vouchers"), N_ ("New voucher"), "win.new-voucher", "<Primary>n" },
  { N_ ("Vouchers"), N_ ("Post the voucher"), "voucher.post", "<Primary>Return|<Primary>KP_Enter" },
  { N_ ("Vouchers"), N_ ("Throw the new voucher away"), "voucher.cancel", NULL },
  { N_ ("Vouchers"), N_ ("Add a row"), "voucher.add-row",
    "<Primary>plus|<Primary>equal|<Primary>KP_Add" },
  { N_ ("Vouchers"), N_ ("Remove the row"), "voucher.remove-row",
    "<Primary>minus|<Primary>KP_Subtract" },
  { N_ ("Vouchers"), N_ ("Copy the row"), "voucher.copy-row", "<Primary>d" },
  { N_ ("Vouchers"), N_ ("More cells of the row"), "voucher.details", "F4" },
  { N_ ("Vouchers"), N_ ("What happened? Find the entry"), "voucher.guide", "F3|<Primary>t" },
  { N_ ("Vouchers"), N_ ("Day of the voucher"), "voucher.day", "<Primary>j" },
  { N_ ("Vouchers"), N_ ("Kind: cash receipt"), "voucher.kind-receipt", "<Primary>1" },
  { N_ ("Vouchers"), N_ ("Kind: cash payment"), "voucher.kind-payment", "<Primary>2" },
  { N_ ("Vouchers"), N_ ("Kind: bank receipt"), "voucher.kind-bank-in", "<Primary>3" },
  { N_ ("Vouchers"), N_ ("Kind: bank payment"), "voucher.kind-bank-out", "<Primary>4" },
  { N_ ("Vouchers"), N_ ("Kind: journal voucher"), "voucher.kind-journal", "<Primary>5" },
  { N_ ("Vouchers"), N_ ("Kind: stock receipt"), "voucher.kind-stock-in", "<Primary>6" },
  { N_ ("Vouchers"), N_ ("Kind: stock issue"), "voucher.kind-stock-out", "<Primary>7" },
  { N_ ("Vouchers"), N_ ("Kind: advance settlement"), "voucher.kind-advance", "<Primary>8" },
  { N_ ("Vouchers"), N_ ("Kind: purchase list"), "voucher.kind-purchase-list", "<Primary>9" },
  { N_ ("Vouchers"), N_ ("Kind: allocation"), "voucher.kind-allocation", "<Primary>0" },
  { N_ ("Vouchers"), N_ ("Invoices of the voucher"), "voucher.invoices", "<Primary>i" },
  { N_ ("Vouchers"), N_ ("Attached files"), "voucher.attachments", "<Primary><Shift>i" },
  { N_ ("Vouchers"), N_ ("Put aside as a draft"), "voucher.put-aside", "<Primary>s" },
  { N_ ("Vouchers"), N_ ("Version of the draft before"), "voucher.undo", "<Primary>z" },
  { N_ ("Vouchers"), N_ ("Version of the draft after"), "voucher.redo", "<Primary><Shift>z" },
  { N_ ("Vouchers"), N_ ("Copy into a new voucher"), "voucher.copy", "<Primary><Shift>d" },
  { N_ ("Vouchers"), N_ ("Keep as a template"), "voucher.save-template", "<Primary><Shift>t" },
  { N_ ("Vouchers"), N_ ("Reverse the voucher"), "voucher.reverse", "<Primary>r" },
  { N_ ("This page"), N_ ("New detail account"), "accounts.open-detail", "<Primary><Shift>d" },
  { N_ ("Parties"), N_ ("New party"), "parties.new", "<Primary><Alt>n" },
  { N_ ("Members"), N_ ("New member"), "members.new", "<Primary><Alt>n" },
  { N_ ("Members"), N_ ("Correct what is known of the member"), "members.edit", "F2" },
  { N_ ("Members"), N_ ("Enter what happened to the member"), "members.event", "<Primary>e" },
  { N_ ("Members"), N_ ("Take an event of the member back"), "members.take-back", "<Primary>r" },
  { N_ ("Members"), N_ ("Print the register"), "members.print-register", "<Primary><Shift>p" },
  { N_ ("Members"), N_ ("Print the list of contributions"), "members.print-contributions", NULL },
  { N_ ("Members"), N_ ("The member’s whole card"), "members.card", "F3" },
  { N_ ("Members"), N_ ("Why the member got this amount"), "members.explain",
    "<Primary><Shift>e" },
  { N_ ("Members"), N_ ("Print the member’s card"), "members.print-card", "<Primary>p" },
  { N_ ("Members"), N_ ("Register of another day"), "members.day", "<Primary>j" },
  { N_ ("Members"), N_ ("Register of today"), "members.today", NULL },
  { N_ ("Members"), N_ ("Next order of the register"), "members.sort", "<Primary><Shift>s" },
  { N_ ("Items"), N_ ("New item"), "items.new", "<Primary><Alt>n" },
  { N_ ("Items"), N_ ("Correct the item"), "items.edit", "F2" },
  { N_ ("Vouchers"), N_ ("Between voucher and reversal"), "voucher.other", "<Primary>b" },
  { N_ ("Vouchers"), N_ ("Vouchers, drafts or entries due"), "page.next-view", "<Primary>e" },
  { N_ ("Vouchers"), N_ ("Filter by kind, state and period"), "page.filter", "<Primary>l" },
  { N_ ("Vouchers"), N_ ("Show all vouchers again"), "page.clear-filter", "<Primary><Shift>l" },
  { N_ ("Vouchers"), N_ ("Delete the draft or leave the entry out"), "page.delete",
    "<Primary>Delete" },
  { N_ ("Vouchers"), N_ ("Print the voucher"), "voucher.print", "<Primary>p" },
  { N_ ("Vouchers"), N_ ("What the account in the cell is for"), "voucher.account-help", "F1" },
  { N_ ("This page"), N_ ("What the account is for"), "accounts.help", "F1" },
  { N_ ("This page"), N_ ("Search"), "page.search", "<Primary>f" },
  { N_ ("Distribution"), N_ ("Next step of the distribution"), "distribution.next",
    "<Primary>Return|<Primary>KP_Enter" },
  { N_ ("Distribution"), N_ ("Save the plan"), "distribution.save", "<Primary>s" },
  { N_ ("Distribution"), N_ ("Steps, members or versions"), "distribution.next-view",
    "<Primary>e" },
  { N_ ("Distribution"), N_ ("Keep the choices as a version"), "distribution.new-version",
    "<Primary><Shift>s" },
  { N_ ("Distribution"), N_ ("Take the posting back"), "distribution.unpost", "<Primary>r" },
  { N_ ("Distribution"), N_ ("Change the approved plan"), "distribution.change", "F2" },
  { N_ ("This page"), N_ ("Save the paper"), "papers.save", "<Primary>s" },
  { N_ ("This page"), N_ ("Print the paper"), "papers.print", "<Primary>p" },
  { N_ ("Certificates"), N_ ("Issue all that are due"), "certificates.issue-due",
    "<Primary>Return|<Primary>KP_Enter" },
  { N_ ("Certificates"), N_ ("Do what is due, or look at the paper"), "certificates.open", "F2" },
  { N_ ("Certificates"), N_ ("Issue to the member"), "certificates.issue", NULL },
  { N_ ("Certificates"), N_ ("Issue anew: lost or damaged"), "certificates.reissue",
    "<Primary>r" },
  { N_ ("Certificates"), N_ ("Exchange for changed content"), "certificates.exchange",
    "<Primary>e" },
  { N_ ("Certificates"), N_ ("Withdraw"), "certificates.withdraw", "<Primary>Delete" },
  { N_ ("Certificates"), N_ ("Print the certificate"), "certificates.print", "<Primary>p" },
  { N_ ("Certificates"), N_ ("Print all in force"), "certificates.print-all",
    "<Primary><Shift>p" },
  { N_ ("Certificates"), N_ ("Print the list of certificates"), "certificates.print-list",
    "<Primary>l" },
  { N_ ("Certificates"), N_ ("In force and due, to do, ended"), "certificates.next-view", NULL },
  { N_ ("Bank statements"), N_ ("Save the ticks"), "bank.save", "<Primary>s" },
  { N_ ("Bank statements"), N_ ("Finish the statement"), "bank.finish",
    "<Primary>Return|<Primary>KP_Enter" },
  { N_ ("Bank statements"), N_ ("Tick the row"), "bank.tick", NULL },
  { N_ ("Bank statements"), N_ ("Open the statement again"), "bank.reopen", "<Primary>r" },
  { N_ ("Counts"), N_ ("Begin a count"), "counts.begin", NULL },
  { N_ ("Counts"), N_ ("Keep the sheet"), "counts.keep", "<Primary>s" },
  { N_ ("Counts"), N_ ("Throw away what was typed"), "counts.discard", NULL },
  { N_ ("Counts"), N_ ("Add a line to the sheet"), "counts.add-line",
    "<Primary>plus|<Primary>equal|<Primary>KP_Add" },
  { N_ ("Counts"), N_ ("Count again"), "counts.again", "F2" },
  { N_ ("Counts"), N_ ("Set the count aside"), "counts.withdraw", "<Primary>Delete" },
  { N_ ("Counts"), N_ ("Post the difference"), "counts.post",
    "<Primary>Return|<Primary>KP_Enter" },
  { N_ ("Counts"), N_ ("The count’s paper"), "counts.paper", "<Primary>p" },
  { N_ ("Confirmations of debts"), N_ ("Make the letters"), "confirm.make",
    "<Primary>Return|<Primary>KP_Enter" },
  { N_ ("Confirmations of debts"), N_ ("The party’s answer"), "confirm.answer", "F2" },
  { N_ ("Confirmations of debts"), N_ ("Day on which letters went out"), "confirm.send",
    "<Primary><Shift>s" },
  { N_ ("Confirmations of debts"), N_ ("Post the difference"), "confirm.post", "<Primary>d" },
  { N_ ("Confirmations of debts"), N_ ("Take back a posting or an answer"), "confirm.take-back",
    "<Primary>r" },
  { N_ ("Confirmations of debts"), N_ ("Print all letters"), "confirm.print", "<Primary>p" },
  { N_ ("Confirmations of debts"), N_ ("Print the letter to the party"), "confirm.print-one",
    "<Primary><Shift>p" },
  { N_ ("Confirmations of debts"), N_ ("Print the list"), "confirm.print-list", "<Primary>l" },
  { N_ ("Confirmations of debts"), N_ ("All, without an answer, that differ"), "confirm.next-view",
    "<Primary>e" },
  { N_ ("Members’ capital"), N_ ("New capital event"), "capital.new", "<Primary><Alt>n" },
  { N_ ("Members’ capital"), N_ ("Instalments of a member"), "capital.schedule", "<Primary>t" },
  { N_ ("Members’ capital"), N_ ("Lower the promise after the term"), "capital.lower", NULL },
  { N_ ("Members’ capital"), N_ ("Print the record of handover"), "capital.handover",
    "<Primary>p" },
  { N_ ("Members’ capital"), N_ ("Print the list of contributions"), "capital.print-contributions",
    "<Primary><Shift>p" },
  { N_ ("Members’ capital"), N_ ("Take the capital event back"), "capital.take-back",
    "<Primary>r" },
  { N_ ("Members’ capital"), N_ ("Voucher of the capital event"), "capital.voucher",
    "<Primary>b" },
  { N_ ("Members’ capital"), N_ ("What is due, who holds how much, what happened"),
    "capital.next-view", "<Primary>e" },
  { N_ ("Closing"), N_ ("Close the year"), "closing.close", "<Primary>Return|<Primary>KP_Enter" },
  { N_ ("Closing"), N_ ("Reopen the year"), "closing.reopen", "<Primary><Shift>r" },
  { N_ ("Closing"), N_ ("Lock a month"), "closing.lock", "<Primary>l" },
  { N_ ("Closing"), N_ ("Unlock"), "closing.unlock", "<Primary><Shift>l" },
  { N_ ("Closing"), N_ ("All reports of the year into a folder"), "closing.year-set",
    "<Primary>s" },
  { N_ ("Reports"), N_ ("Texts of the notes"), "statements.notes", "<Primary>t" },
  { N_ ("Reports"), N_ ("Answers for the tax sheet"), "statements.tax-answers", NULL },
  { N_ ("Reports"), N_ ("Enter the income tax"), "statements.tax-enter", NULL },
  { N_ ("Closing"), N_ ("Closing entries"), "closing.preview", "<Primary>e" },
  { N_ ("Closing"), N_ ("Look through the year again"), "closing.look-again", "F5" },
  { N_ ("Closing"), N_ ("Stop looking through the year"), "closing.stop", NULL },
  { N_ ("Reports"), N_ ("The report’s paper"), "report.paper", "<Primary>p" },
  { N_ ("Reports"), N_ ("Save the report as a paper (PDF)"), "report.save-pdf", "<Primary>s" },
  { N_ ("Reports"), N_ ("Save the report as a sheet (Excel)"), "report.save-xlsx",
    "<Primary><Shift>s" },
  { N_ ("Reports"), N_ ("Save the report as a plain table (CSV)"), "report.save-csv", NULL },
  { N_ ("Reports"), N_ ("Sort by the column marked"), "report-view.sort", "F7" },
  { N_ ("Program"), N_ ("Show or hide the side bar"), "win.toggle-sidebar", "F9" },
  { N_ ("Program"), N_ ("All commands and keys"), "win.commands", "<Primary>k|<Primary>question" },
  { N_ ("Program"), N_ ("Preferences"), "app.preferences", "<Primary>comma" },
  { N_ ("Program"), N_ ("Quit"), "app.quit", "<Primary>q" },
};

const SheafShortcut *
sheaf_shortcuts_list (guint *ret_count)
{
  *ret_count = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

void
sheaf_shortcuts_install (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].keys != NULL && (g_str_has_prefix (shortcuts[i].action, "win.") ||
                                      g_str_has_prefix (shortcuts[i].action, "app.")))
      {
        g_auto (GStrv) keys = g_strsplit (shortcuts[i].keys, "|", -1);

        gtk_application_set_accels_for_action (application, shortcuts[i].action,
                                               (const char *const *) keys);
      }
}

void
sheaf_shortcuts_bind (GtkWidgetClass *widget_class,
                      const char     *prefix)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_auto (GStrv) keys = NULL;

      if (shortcuts[i].keys == NULL || !g_str_has_prefix (shortcuts[i].action, prefix))
        continue;
      keys = g_strsplit (shortcuts[i].keys, "|", -1);
      for (guint j = 0; keys[j] != NULL; j++)
        {
          guint           keyval;
          GdkModifierType modifiers;

          if (gtk_accelerator_parse (keys[j], &keyval, &modifiers))
            gtk_widget_class_add_binding_action (widget_class, keyval, modifiers,
                                                 shortcuts[i].action, NULL);
        }
    }
}
