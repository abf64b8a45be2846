-- SPDX-License-Identifier: GPL-3.0-or-later
-- A book of 2024 as the program of schema 1 wrote it (sheaf-cli 0.1.0): new, import of parties, members, opening, capital, products,
-- deliveries, vouchers and reversals; close, lock; vouchers of 2025 with a deduction without scope and an overdrawn fund.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE audit (
  id       INTEGER PRIMARY KEY,
  at       TEXT NOT NULL,             -- instant, UTC
  user     TEXT NOT NULL,
  kind     TEXT NOT NULL,
  summary  TEXT NOT NULL,
  digest   TEXT NOT NULL DEFAULT '',
  previous TEXT NOT NULL DEFAULT '',
  hash     TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO audit VALUES(1,'2026-11-22T00:49:30Z','Kế-toán','book-create','HTX Mẫu','16459b566472f0186f9b3abe61c4a99d1f1f28c8b4afaf78355c6c598d4ad6ea','','cafc45d16aa1f07d095c547ae24978709c3d9b0525aeaabcee3ac904ae7aea91');
INSERT INTO audit VALUES(2,'2026-11-22T00:49:30Z','Kế-toán','import','parties: parties.csv','18e62eff23f722d18a8745bea6a24b5df00ff804a4bfffa42c35519240c3173d','cafc45d16aa1f07d095c547ae24978709c3d9b0525aeaabcee3ac904ae7aea91','a243cbd0a73a7260c3d851ee2d9f2b00f57abc3c5c7121d3e9011b8083febb64');
INSERT INTO audit VALUES(3,'2026-11-22T00:49:30Z','Kế-toán','import','members: members.csv','8a07aa3258a23f0904d9cbe0c7d0dd9c320f57971ab79ca84737a753b5b5f2e0','a243cbd0a73a7260c3d851ee2d9f2b00f57abc3c5c7121d3e9011b8083febb64','90926bdd8cfd82e96d365eb16e2fd9cbfa692fe1d57d72a4919a152c1ab7f3b9');
INSERT INTO audit VALUES(4,'2026-11-22T00:49:30Z','Kế-toán','import','opening: opening.csv','89179ee85aa68c54ffc37b9aa2523875ffc313896bd5621c7f8570fcc14c456e','90926bdd8cfd82e96d365eb16e2fd9cbfa692fe1d57d72a4919a152c1ab7f3b9','339d6e9ffd40a06cf08aa0a80e0f81db63c5a47d32d158a1d4b23be286c669af');
INSERT INTO audit VALUES(5,'2026-11-22T00:49:30Z','Kế-toán','import','capital: capital.csv','278e9c34fa4e9d3c17c61b148bea95ec7c0f560342f8c5a71f4ff66263e1d1e6','339d6e9ffd40a06cf08aa0a80e0f81db63c5a47d32d158a1d4b23be286c669af','1746e6c7987ef73527cdc712b05e7c66f5a6e7c706352378f078ba6c5d1dd729');
INSERT INTO audit VALUES(6,'2026-11-22T00:49:30Z','Kế-toán','import','products: products.csv','d8ba673c1d67315d0d7218ce6a3e26d236879f5ce903f2cb1d9f9b2fa7cb9075','1746e6c7987ef73527cdc712b05e7c66f5a6e7c706352378f078ba6c5d1dd729','0c286a50cc5b1ba64db03916ba3a6926a3c052c249828e33331a1bc31c77fb18');
INSERT INTO audit VALUES(7,'2026-11-22T00:49:30Z','Kế-toán','import','deliveries: deliveries.csv','aa91e3364b4f757d5bd05bfabdf240566ab891dacf697dc1696e424cffe3aa88','0c286a50cc5b1ba64db03916ba3a6926a3c052c249828e33331a1bc31c77fb18','12160e817f0aaaf0e49e697121ba76de671b5bb82164f9fa0e627f94b3220bd8');
INSERT INTO audit VALUES(8,'2026-11-22T00:49:30Z','Kế-toán','import','vouchers: vouchers.csv','4b31746e506e33283bb310d07ddef44321238a94ebf4e744c66e61a2d94e33d3','12160e817f0aaaf0e49e697121ba76de671b5bb82164f9fa0e627f94b3220bd8','4bd2dc0136c62c4052bad1b1b6ea599b637fb8f814a973455d11401fd8424f5e');
INSERT INTO audit VALUES(9,'2026-11-22T00:49:30Z','Kế-toán','import','vouchers: rev.csv','209577d6f4433d8c3f6321ecc9d00962b629c03f4010fba7f4f3a1ec9d35dec3','4bd2dc0136c62c4052bad1b1b6ea599b637fb8f814a973455d11401fd8424f5e','245d71891d6dabf9bebcd1ede227e052b91bb1ca26433e9d044911dd1b427a50');
INSERT INTO audit VALUES(10,'2026-11-22T00:49:31Z','Kế-toán','year-close','2024','9b0bc272c86e01fac6f7372f0535020b5397d3dc3efe8a600d40e3c4caedb901','245d71891d6dabf9bebcd1ede227e052b91bb1ca26433e9d044911dd1b427a50','95593626bdb05abfc6944501742f788fc7df6ba1a7854ed7138284623e6656d9');
INSERT INTO audit VALUES(11,'2026-11-22T00:49:31Z','Kế-toán','period-lock','2024-12-31','edf71d41e3d10298fec270604a381a1379e385711572cfc1947b6cbd3c276502','95593626bdb05abfc6944501742f788fc7df6ba1a7854ed7138284623e6656d9','a546ffa02f37666bd591eeab4690ebd2a92d3541b49c0c2f87c83948f755880a');
INSERT INTO audit VALUES(12,'2026-11-22T00:49:31Z','Kế-toán','import','vouchers: v25.csv','35378eb81b5e9a40f2cd3121c6b3e09b92ccc60510b21b3113c5c6e960f68f84','a546ffa02f37666bd591eeab4690ebd2a92d3541b49c0c2f87c83948f755880a','6672f52877505878675fa8e1784587257bea93d4680ba73fe1df7d393dc6aa4c');
CREATE TABLE setting (
  id     INTEGER PRIMARY KEY,
  key    TEXT NOT NULL,
  value  TEXT NOT NULL,
  act_id INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
INSERT INTO setting VALUES(1,'name','HTX Mẫu',1);
INSERT INTO setting VALUES(2,'year-start','2024-01-01',1);
INSERT INTO setting VALUES(3,'year-end','2024-12-31',1);
INSERT INTO setting VALUES(4,'chart','vn-tt71',1);
INSERT INTO setting VALUES(5,'law','vn-2023',1);
INSERT INTO setting VALUES(6,'union','no',1);
INSERT INTO setting VALUES(7,'separate','yes',1);
INSERT INTO setting VALUES(8,'currency','VND',1);
CREATE TABLE data_file (
  id     INTEGER PRIMARY KEY,
  name   TEXT NOT NULL,
  text   TEXT NOT NULL,
  act_id INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
INSERT INTO data_file VALUES(1,'charts/vn-tt71.csv',replace('code,parent,name_vi,name_en,name_fr,type,normal_side,needs,scope,book,role,purpose,statement_line\n111,,Tiền mặt,Cash on hand,Caisse,asset,debit,nothing,,cash,cash-group,"Cash in the fund, VND and foreign currency, actual in/out/balance only",B01:110\n1111,111,Tiền Việt Nam,Cash on hand - VND,Caisse - VND,asset,debit,nothing,,cash,cash,VND cash,B01:110\n1112,111,Ngoại tệ,Cash on hand - foreign currency,Caisse - devises,asset,debit,nothing,,cash,,Foreign-currency cash at converted value; original units in 007,B01:110\n112,,Tiền gửi Ngân hàng,Demand deposits at banks,Banque (dépôts à vue),asset,debit,nothing,,bank,bank-group,"Demand deposits only; an overdraft is shown like a loan (341), never negative",B01:110\n1121,112,Tiền Việt Nam,Bank demand deposits - VND,Banque - VND,asset,debit,nothing,,bank,bank,"VND demand deposits, detail per bank account",B01:110\n1122,112,Ngoại tệ,Bank demand deposits - foreign currency,Banque - devises,asset,debit,nothing,,bank,,Foreign-currency deposits at converted value; original units in 007,B01:110\n121,,Đầu tư tài chính,Financial investments,Placements financiers,asset,debit,nothing,,,,Term deposits and other investments,B01:120\n1211,121,Tiền gửi có kỳ hạn,Term deposits,Dépôts à terme,asset,debit,nothing,,,,Term deposits,B01:120\n1218,121,Đầu tư tài chính khác,Other financial investments,Autres placements,asset,debit,nothing,,,,"Shares, capital in enterprises, other investments",B01:120\n131,,Phải thu của khách hàng,Trade receivables (customers and members),Clients,asset,both,party,,,trade-receivable,Receivable per customer; keep members and outsiders apart; credit detail = advances received,B01:130 (Dr detail) / 320 (Cr detail)\n132,,Phải thu của hoạt động cho vay nội bộ,Receivables from internal lending,Créances de prêts internes,asset,debit,party,,,,Loans to official members and interest on them,B01:130 and 137\n1321,132,Phải thu hoạt động cho vay nội bộ,Internal loans receivable,Prêts internes,asset,debit,party,,,,Loans to official members,B01:130 and 137\n13211,1321,Phải thu về gốc cho vay nội bộ,Internal loans - principal,Prêts internes - principal,asset,debit,party,,,,Principal outstanding,B01:130 and 137\n13212,1321,Phải thu về lãi cho vay nội bộ,Internal loans - interest,Prêts internes - intérêts,asset,debit,party,,,,Accrued interest on loans not overdue; overdue interest goes only to 008,B01:130 and 137\n1322,132,Phải thu hoạt động cho vay nội bộ khác,Other internal-lending receivables,Autres créances de prêts internes,asset,debit,party,,,,Other,B01:130 and 137\n133,,Thuế GTGT được khấu trừ,Deductible input VAT,TVA déductible,asset,debit,nothing,,,,Input VAT (credit method),B01:170\n1331,133,"Thuế GTGT được khấu trừ của hàng hóa, dịch vụ",Input VAT on goods and services,TVA déductible sur biens et services,asset,debit,nothing,,,vat-input,Input VAT,B01:170\n1332,133,Thuế GTGT được khấu trừ của TSCĐ,Input VAT on fixed assets,TVA déductible sur immobilisations,asset,debit,nothing,,,,Input VAT,B01:170\n136,,Phải thu giữa các đơn vị nội bộ trong HTX,Receivables between units inside the cooperative,Créances entre unités internes,asset,debit,optional,,,,Between head office and subordinate units; reconcile with 336 and eliminate,B01:130\n1361,136,Vốn kinh doanh ở đơn vị trực thuộc,Working capital at subordinate units,Capital confié aux unités,asset,debit,optional,,,,Head office only,B01:130\n1368,136,Phải thu khác giữa các đơn vị nội bộ,Other inter-unit receivables,Autres créances internes,asset,debit,optional,,,,Inter-unit,B01:130\n138,,Phải thu khác,Other receivables,Autres débiteurs,asset,both,optional,,,,"Shortages, deposits paid, compensation, other; detail per party",B01:130 (Dr) / 360 (Cr detail)\n141,,Tạm ứng,Advances to staff and members,Avances au personnel,asset,debit,party,,,,Advances to be settled; detail per person and per advance,B01:130\n151,,Hàng mua đang đi đường,Goods in transit,Marchandises en transit,asset,debit,nothing,,stock,,"Bought, not yet received",B01:140\n152,,"Vật liệu, dụng cụ",Materials and tools,Matières et outillage,asset,debit,nothing,,stock,materials,"Materials, fuel, tools",B01:140\n154,,"Chi phí sản xuất, kinh doanh dở dang",Work in progress,En-cours de production,asset,debit,nothing,,stock,work-in-progress,All production costs are gathered here directly (no 621/622/627),B01:140\n156,,"Thành phẩm, hàng hóa",Finished goods and merchandise,Produits finis et marchandises,asset,debit,nothing,,stock,goods,One account for both (no 155),B01:140\n157,,Hàng gửi đi bán,Goods on consignment,Marchandises en consignation,asset,debit,nothing,,stock,,"Sent for sale, not yet sold",B01:140\n211,,Tài sản cố định,Fixed assets (cost),Immobilisations (brut),asset,debit,nothing,,,,Cost of fixed assets other than indivisible common assets,B01:151\n2111,211,TSCĐ hữu hình,Tangible fixed assets,Immobilisations corporelles,asset,debit,nothing,,,,Cost,B01:151\n2113,211,TSCĐ vô hình,Intangible fixed assets,Immobilisations incorporelles,asset,debit,nothing,,,,Cost,B01:151\n2114,211,TSCĐ thuê tài chính,Finance-leased fixed assets,Immobilisations en crédit-bail,asset,debit,nothing,,,,Cost,B01:151\n2117,211,Bất động sản đầu tư,Investment property,Immeubles de placement,asset,debit,nothing,,,,Cost,B01:151\n212,,Tài sản chung không chia,Indivisible common assets (cost),Biens communs impartageables (brut),asset,debit,nothing,,,common-assets,Cost; track by source of formation and item; matched by 4422,B01:161\n214,,Hao mòn tài sản cố định,Accumulated depreciation,Amortissements cumulés,contra-asset,credit,nothing,,,,Accumulated depreciation,B01:152 / 162\n2141,214,Hao mòn TSCĐ hữu hình,Accumulated depreciation - tangible,Amort. corporel,contra-asset,credit,nothing,,,,,B01:152\n2142,214,Hao mòn tài sản chung không chia,Accumulated depreciation - indivisible common assets,Amort. biens communs impartageables,contra-asset,credit,nothing,,,,Open level-3 detail for tangible and intangible,B01:162\n2143,214,Hao mòn TSCĐ vô hình,Accumulated amortisation - intangible,Amort. incorporel,contra-asset,credit,nothing,,,,,B01:152\n2144,214,Hao mòn TSCĐ thuê tài chính,Accumulated depreciation - finance lease,Amort. crédit-bail,contra-asset,credit,nothing,,,,,B01:152\n2147,214,Hao mòn bất động sản đầu tư,Accumulated depreciation - investment property,Amort. immeubles de placement,contra-asset,credit,nothing,,,,,B01:152\n229,,Dự phòng tổn thất tài sản,Provisions for asset losses,Provisions pour dépréciation,contra-asset,credit,nothing,,,,"Investments (cost 658), doubtful debts (cost 642), inventory (cost 611/612)",B01:180\n242,,Tài sản khác,Other assets,Autres actifs,asset,debit,nothing,,,,,B01:170\n2421,242,Chi phí chờ phân bổ,Deferred (prepaid) expenses,Charges à répartir,asset,debit,nothing,,,,"Prepayments, tools in use, prepaid interest",B01:170\n2422,242,Xây dựng cơ bản dở dang,Construction in progress,Immobilisations en cours,asset,debit,nothing,,,,"Purchase, construction and major repair in progress",B01:170\n331,,Phải trả cho người bán,Trade payables,Fournisseurs,liability,both,party,,,trade-payable,Per supplier; debit detail = prepayments to suppliers,B01:310 (Cr detail) / 130 (Dr detail)\n332,,Phải trả của hoạt động tín dụng nội bộ,Payables of internal credit (legacy),Dettes de crédit interne (ancien régime),liability,credit,party,,,,ONLY contracts signed before 2023-09-01 and still in force,B01:370\n3321,332,Phải trả từ hoạt động đi vay của thành viên,Borrowings from members (legacy),Emprunts auprès des membres,liability,credit,party,,,,Legacy,B01:370\n33211,3321,Phải trả về gốc vay,Borrowings from members - principal,Principal,liability,credit,party,,,,Legacy,B01:370\n33212,3321,Phải trả về lãi vay,Borrowings from members - interest,Intérêts,liability,credit,party,,,,Legacy,B01:370\n3322,332,Phải trả hoạt động tín dụng nội bộ khác,Other internal-credit payables (legacy),Autres dettes de crédit interne,liability,credit,party,,,,Legacy,B01:370\n333,,Thuế và các khoản phải nộp nhà nước,Taxes and amounts payable to the State,État - impôts et taxes,liability,both,optional,,,,May have a debit balance (overpaid),B01:330 (Cr detail) / 170 (Dr detail)\n3331,333,Thuế giá trị gia tăng phải nộp,Output VAT payable,TVA collectée,liability,both,optional,,,vat-output,The text also uses 33311 as a detail code,B01:330/170\n3334,333,Thuế thu nhập doanh nghiệp,Corporate income tax payable,Impôt sur les sociétés,liability,both,optional,,,income-tax-payable,"Quarterly provisional, yearly final",B01:330/170\n3338,333,"Thuế khác, phí, lệ phí và các khoản khác phải nộp Nhà nước","Other taxes, fees and charges payable",Autres impôts et taxes,liability,both,optional,,,other-tax-payable,Includes withheld personal income tax,B01:330/170\n334,,Phải trả người lao động,Payables to members and employees for work,Personnel - rémunérations dues,liability,both,party,,,wages-payable,"Wages, bonuses, work pay of members and employees",B01:340 (Cr) / 130 (Dr detail)\n335,,Các khoản phải nộp theo lương,Payroll contributions payable,Organismes sociaux,liability,both,optional,,,payroll-contributions,"BHXH, BHYT, BHTN, occupational accident, trade-union fee; open detail per fund",B01:360\n336,,Phải trả giữa các đơn vị nội bộ trong HTX,Payables between units inside the cooperative,Dettes entre unités internes,liability,credit,optional,,,,Counterpart of 136,B01:360\n3361,336,Phải trả nội bộ về vốn kinh doanh,Inter-unit working capital payable,Capital reçu du siège,liability,credit,optional,,,,At subordinate units only,B01:360\n3368,336,Phải trả khác giữa các đơn vị nội bộ,Other inter-unit payables,Autres dettes internes,liability,credit,optional,,,,,B01:360\n338,,Phải trả khác,Other payables,Autres créditeurs,liability,both,either,,,member-payable,"Accruals, provisions, deferred revenue, deposits received, PROFIT PAYABLE TO MEMBERS, surplus assets, science fund, leftover credit-risk reserve",B01:360 (Cr detail) / 130 (Dr detail)\n341,,Phải trả nợ vay,Borrowings,Emprunts,liability,credit,party,,,borrowings,"Loans from banks, funds, others; detail per lender and contract",B01:350\n342,,Khoản hỗ trợ của Nhà nước phải hoàn lại,Repayable State support,Aides publiques remboursables,liability,credit,optional,,,,Counts as debt of the cooperative,B01:380\n353,,Quỹ khen thưởng phúc lợi,Bonus and welfare funds,Fonds de primes et d’œuvres sociales,liability,credit,optional,,,,"Presented as a liability, not as equity",B01:360\n3531,353,Quỹ khen thưởng,Bonus fund,Fonds de primes,liability,credit,optional,,,bonus-fund,,B01:360\n3532,353,Quỹ phúc lợi,Welfare fund,Fonds social,liability,credit,optional,,,welfare-fund,,B01:360\n3533,353,Quỹ phúc lợi đã hình thành TSCĐ,Welfare fund invested in fixed assets,Fonds social investi en immobilisations,liability,credit,optional,,,,,B01:360\n411,,Vốn đầu tư của chủ sở hữu,Owners’ (members’) capital,Capital des sociétaires,equity,credit,nothing,,,,"Only amounts actually paid in, never committed or registered capital",B01:410\n4111,411,Vốn góp của thành viên,Members’ contributed capital,Parts sociales des membres,equity,credit,party,,,member-capital,Official members + associate contributing members + contributing organisations; sub-ledger per member,B01:410\n4118,411,Vốn khác,Other capital,Autres capitaux,equity,credit,nothing,,,other-capital,"Membership fees of non-contributing associates, gifts and State grants credited to capital, capitalised profit and funds",B01:410\n418,,Các quỹ thuộc vốn chủ sở hữu,Funds belonging to equity,Réserves et fonds propres,equity,credit,nothing,,,equity-fund,Funds set up from profit after tax by charter or general meeting; detail per fund,B01:430\n421,,Lợi nhuận sau thuế chưa phân phối,Undistributed profit after tax,Résultat non distribué,equity,both,nothing,,,,,B01:420\n4211,421,Lợi nhuận sau thuế chưa phân phối của giao dịch bên ngoài,Undistributed profit - external transactions,Résultat non distribué - opérations externes,equity,both,nothing,external,,profit-external,Includes other activities (558/658),B01:420\n4212,421,Lợi nhuận sau thuế chưa phân phối của giao dịch nội bộ,Undistributed profit - internal transactions,Résultat non distribué - opérations internes,equity,both,nothing,internal,,profit-internal,,B01:420\n442,,Quỹ chung không chia của HTX,Indivisible common fund,Fonds commun impartageable,equity,credit,nothing,,,,,B01:440\n4421,442,Quỹ chung không chia,Indivisible common fund - money part,Fonds commun impartageable,equity,credit,nothing,,,common-fund,"Appropriations, donations, interest on idle fund; track by source",B01:440\n4422,442,Nguồn hình thành tài sản chung không chia,Source of indivisible common assets,Contrepartie des biens impartageables,equity,credit,nothing,,,common-asset-source,Counterpart of 212,B01:440\n511,,Doanh thu từ giao dịch bên ngoài,Revenue from external transactions,Produits des opérations externes,revenue,credit,nothing,external,,revenue-external,Sales to anybody but official members under written agreement,B02:01a\n5111,511,Doanh thu bán hàng hóa,External revenue - merchandise,Ventes de marchandises,revenue,credit,nothing,external,,,,B02:01a\n5112,511,Doanh thu bán sản phẩm,External revenue - products,Ventes de produits,revenue,credit,nothing,external,,,,B02:01a\n5113,511,Doanh thu cung cấp dịch vụ,External revenue - services,Prestations de services,revenue,credit,nothing,external,,,,B02:01a\n5118,511,Doanh thu khác,External revenue - other,Autres produits,revenue,credit,nothing,external,,,,B02:01a\n512,,Doanh thu từ giao dịch nội bộ,Revenue from internal transactions,Produits des opérations internes,revenue,credit,nothing,internal,,revenue-internal,"Supplies, services, jobs and loans to official members under written agreement",B02:01b\n5121,512,"Doanh thu bán sản phẩm, vật tư",Internal revenue - products and materials,Ventes aux membres,revenue,credit,nothing,internal,,,,B02:01b\n5122,512,Doanh thu cung cấp dịch vụ,Internal revenue - services,Services aux membres,revenue,credit,nothing,internal,,,,B02:01b\n5123,512,Doanh thu hoạt động cho vay nội bộ,Internal revenue - internal lending,Intérêts des prêts internes,revenue,credit,nothing,internal,,,,B02:01b\n5128,512,Doanh thu khác,Internal revenue - other,Autres produits internes,revenue,credit,nothing,internal,,,,B02:01b\n521,,Các khoản giảm trừ doanh thu,Revenue deductions,"Rabais, remises et retours",contra-revenue,debit,nothing,named,,revenue-deduction,"Discounts, price reductions, returns; no sub-accounts, so tag each posting internal or external",B02:02\n558,,Thu nhập khác,Other income (financial and other),Autres produits (financiers et divers),revenue,credit,nothing,,,other-income,One account for 515 and 711 of the enterprise charts,B02:31\n611,,Giá vốn hàng bán của giao dịch bên ngoài,Cost of external transactions,Coût des opérations externes,expense,debit,nothing,external,,cost-external,,B02:11a\n6111,611,Giá vốn hàng hóa,Cost of merchandise,Coût des marchandises,expense,debit,nothing,external,,,,B02:11a\n6112,611,Giá vốn sản phẩm,Cost of products,Coût des produits,expense,debit,nothing,external,,,,B02:11a\n6113,611,Giá vốn cung cấp dịch vụ,Cost of services,Coût des services,expense,debit,nothing,external,,,,B02:11a\n6118,611,Giá vốn khác,Other cost of sales,Autres coûts,expense,debit,nothing,external,,,,B02:11a\n612,,Chi phí của giao dịch nội bộ,Cost of internal transactions,Coût des opérations internes,expense,debit,nothing,internal,,cost-internal,,B02:11b\n6121,612,"Giá vốn sản phẩm, vật tư",Internal cost - products and materials,Coût des produits vendus aux membres,expense,debit,nothing,internal,,,,B02:11b\n6122,612,Giá vốn cung cấp dịch vụ,Internal cost - services,Coût des services aux membres,expense,debit,nothing,internal,,,,B02:11b\n6123,612,Chi phí hoạt động cho vay nội bộ,Internal cost - internal lending,Charges des prêts internes,expense,debit,nothing,internal,,,,B02:11b\n6128,612,Chi phí khác,Internal cost - other,Autres coûts internes,expense,debit,nothing,internal,,,,B02:11b\n642,,Chi phí quản lý kinh doanh,Selling and administration expenses,Frais commerciaux et d’administration,expense,debit,nothing,shared,,shared-expense,Split between external and internal by a suitable key at period end,"B02:12 (12a,12b)"\n658,,Chi phí khác,Other expenses (financial and other),Autres charges (financières et diverses),expense,debit,nothing,,,other-expense,One account for 635 and 811 of the enterprise charts; bank interest,B02:32\n659,,Chi phí thuế thu nhập doanh nghiệp,Corporate income tax expense,Charge d’impôt,expense,debit,nothing,,,income-tax,,B02:51\n911,,Xác định kết quả kinh doanh,Income summary,Résultat (compte de clôture),clearing,none,nothing,,,,No balance after closing,-\n9111,911,Xác định kết quả kinh doanh từ giao dịch bên ngoài,Income summary - external (and other activities),Résultat externe,clearing,none,nothing,external,,result-external,"Takes 511, 611, share of 642, 558, 658, 659",-\n9112,911,Xác định kết quả kinh doanh từ giao dịch nội bộ,Income summary - internal,Résultat interne,clearing,none,nothing,internal,,result-internal,"Takes 512, 612, share of 642",-\n001,,Tài sản thuê ngoài,Leased-in assets,Biens pris en location,off-balance,debit,nothing,,,,Value of assets under operating lease,B09:IV.12\n002,,"Vật tư, hàng hóa, TSCĐ nhận giữ hộ, nhận gia công",Goods and fixed assets held or processed for others,Biens détenus pour compte de tiers,off-balance,debit,nothing,,,,Also State infrastructure that may not be recognised as the cooperative’s own,B09:IV.12\n003,,"Hàng hóa nhận bán hộ, nhận ký gửi",Goods on consignment from others,Marchandises reçues en consignation,off-balance,debit,nothing,,,,,B09:IV.12\n004,,Nợ khó đòi đã xử lý,Written-off bad debts still followed,Créances irrécouvrables suivies,off-balance,debit,nothing,,,,"Debit on write-off, credit on recovery (to 558) or final cancellation",B09:IV.12\n005,,Công cụ dụng cụ lâu bền đang sử dụng,Long-lived tools in use,Outillage durable en usage,off-balance,debit,nothing,,,,Tools used over 1 year; per place and person responsible,B09:IV.12\n006,,Tài sản đảm bảo khoản vay,Collateral held for member loans,Garanties reçues des membres,off-balance,debit,nothing,,,,Collateral given by members for internal loans,B09:IV.12\n007,,Ngoại tệ các loại,Foreign currencies (in original units),Devises (en unités d’origine),off-balance,debit,nothing,,,,"Quantity in original currency, never converted",B09:IV.12\n008,,Lãi cho vay quá hạn khó có khả năng thu được,Overdue loan interest unlikely to be collected,Intérêts échus douteux,off-balance,debit,nothing,,,,Account heading in the text reads Lãi cho vay quá hạn chưa thu được,B09:IV.12\n','\n',char(10)),1);
INSERT INTO data_file VALUES(2,'laws/vn-2023.ini',replace('# Law on Cooperatives 17/2023/QH15, for a cooperative (hợp tác xã).\n# [law] names the law; each [floor …], [ceiling …] and [entitled …] group is one rule with its article, source and validity;\n# [default …] groups are the plan''s values where a plan file says nothing, in the plan''s own words.\n\n[law]\nid=vn-2023\ntitle=Luật Hợp tác xã số 17/2023/QH15\nkind=cooperative\n# the country whose nationals are no foreigners: nationality in the register of members\ncountry=VN\nvalid-from=2024-07-01\nsource=Law on Cooperatives 17/2023/QH15, in force 2024-07-01\n\n[floor common-fund-internal]\nrate=0\narticle=84\nvalid-from=2024-07-01\nsource=Law 17/2023/QH15 Art. 84: internal income at the rate of the charter, no legal minimum\n\n[floor common-fund-external]\nrate=0.05\narticle=84\nvalid-from=2024-07-01\nsource=Law 17/2023/QH15 Art. 84: external income, at least 5 % in a cooperative\n\n[floor internal-use-labour]\nrate=0.51\narticle=86\nvalid-from=2024-07-01\nsource=Law 17/2023/QH15 Art. 86.3: at least 51 % of the internal income left goes by use and by labour to official members\n\n[ceiling internal-equal]\nrate=0\narticle=86\nvalid-from=2024-07-01\nsource=Law 17/2023/QH15 Art. 86.3: what is left of internal income goes by use, by labour and by capital only\n\n# kinds of member who may share in a pool; agreement=yes asks for a written agreement (internal transactions)\n[entitled use]\nkinds=official\nagreement=yes\narticle=86\nvalid-from=2024-07-01\nsource=Law 17/2023/QH15 Art. 4 and 86.3: internal transactions are those with official members under written agreement\n\n[entitled labour]\nkinds=official\nagreement=no\narticle=86\nvalid-from=2024-07-01\nsource=Law 17/2023/QH15 Art. 86.3\n\n[entitled capital]\nkinds=official;associate-contributing\nagreement=no\narticle=86\nvalid-from=2024-07-01\nsource=Law 17/2023/QH15 Art. 31, 33 and 86.3: non-contributing associates do not share in income\n\n[entitled equal]\nkinds=official\nagreement=no\narticle=86\nvalid-from=2024-07-01\nsource=Law 17/2023/QH15 Art. 86.3: external income as the charter says\n\n# the highest part of the charter capital that may be held, judged on commitments\n[ceiling capital-member]\nrate=0.30\narticle=74.1\nvalid-from=2024-07-01\nsource=Law 17/2023/QH15 Art. 74.1: one official member holds at most 30 % of the charter capital of a cooperative\n\n[ceiling capital-associates]\nrate=0.30\narticle=74.2\nvalid-from=2024-07-01\nsource=Law 17/2023/QH15 Art. 74.2: all contributing associate members together hold at most 30 % in a cooperative\n\n[ceiling capital-foreign]\nrate=0.30\narticle=74.3\nvalid-from=2024-07-01\nsource=Law 17/2023/QH15 Art. 74.3: all foreign members together hold at most 30 %\n\n# the longest time in which committed capital must be paid; until then rights follow the commitment\n[term capital-payment]\nmonths=6\narticle=74.4\nvalid-from=2024-07-01\nsource=Law 17/2023/QH15 Art. 74.4\n\n[default plan]\nrounding-unit=1\ncarry-forward=0\nbrought-forward=no\nleavers=yes\ncapital-basis=days\ncapital-weight=paid\nminimum-payout=0\nvalid-from=2024-07-01\nsource=House default; the law leaves it to the charter (Art. 40.13)\n\n[default common-fund]\ninternal-rate=0\nexternal-rate=0.05\nbase=profit\nvalid-from=2024-07-01\nsource=Law 17/2023/QH15 Art. 84: the legal minimum\n\n[default internal]\nuse=0.51\nlabour=0\ncapital=0.49\nequal=0\nvalid-from=2024-07-01\nsource=House default at the floor of Art. 86.3; the charter sets it (Art. 40.13)\n\n[default external]\nuse=0\nlabour=0\ncapital=1\nequal=0\nvalid-from=2024-07-01\nsource=House default; the charter sets it (Art. 40.13 and 86.3)\n\n[default weights]\ndeliveries=1\nsupplies=1\nloan-interest=0\nvalid-from=2024-07-01\nsource=Law 17/2023/QH15 Art. 4: use is the value of products and services used\n\n# what the rows of a posting say; {year}, {resolution}, {account}, {member} are filled in\n[texts]\nvoucher=Phân phối thu nhập năm {year} theo {resolution}\nloss=Bù lỗ giữa giao dịch nội bộ và giao dịch bên ngoài\nappropriation=Trích {account}\nprovisional=Điều chỉnh số đã tạm trích: {account}\ninternal-use=Chia thu nhập nội bộ theo mức độ sử dụng sản phẩm, dịch vụ\ninternal-labour=Chia thu nhập nội bộ theo mức độ góp sức lao động\ninternal-capital=Chia thu nhập nội bộ theo phần vốn góp\ninternal-equal=Chia đều thu nhập nội bộ\nexternal-use=Chia thu nhập bên ngoài theo mức độ sử dụng sản phẩm, dịch vụ\nexternal-labour=Chia thu nhập bên ngoài theo mức độ góp sức lao động\nexternal-capital=Chia thu nhập bên ngoài theo phần vốn góp\nexternal-equal=Chia đều thu nhập bên ngoài\npayout=Chi trả thu nhập phân phối năm {year}\n# what a bank tells the member who is paid: banks take capital letters without marks\ntransfer=CHIA THU NHAP HTX {year} {member}\n','\n',char(10)),1);
INSERT INTO data_file VALUES(3,'charts/vn-tt71.hints.csv',replace('code,goes_to,source\n153,152,"Circular 71/2024/TT-BTC Appendix I, accounts of Circulars 133/2016, 99/2025 and 24/2017 compared"\n155,156,"Circular 71/2024/TT-BTC Appendix I, accounts of Circulars 133/2016, 99/2025 and 24/2017 compared"\n217,2117,"Circular 71/2024/TT-BTC Appendix I, accounts of Circulars 133/2016, 99/2025 and 24/2017 compared"\n241,2422,"Circular 71/2024/TT-BTC Appendix I, accounts of Circulars 133/2016, 99/2025 and 24/2017 compared"\n128,"1211, 1218, 13211","Circular 71/2024/TT-BTC Appendix I, accounts of Circulars 133/2016, 99/2025 and 24/2017 compared"\n352,338,"Circular 71/2024/TT-BTC Appendix I, accounts of Circulars 133/2016, 99/2025 and 24/2017 compared"\n515,558,"Circular 71/2024/TT-BTC Appendix I, accounts of Circulars 133/2016, 99/2025 and 24/2017 compared"\n711,558,"Circular 71/2024/TT-BTC Appendix I, accounts of Circulars 133/2016, 99/2025 and 24/2017 compared"\n635,658,"Circular 71/2024/TT-BTC Appendix I, accounts of Circulars 133/2016, 99/2025 and 24/2017 compared"\n811,658,"Circular 71/2024/TT-BTC Appendix I, accounts of Circulars 133/2016, 99/2025 and 24/2017 compared"\n821,659,"Circular 71/2024/TT-BTC Appendix I, accounts of Circulars 133/2016, 99/2025 and 24/2017 compared"\n632,"611, 612","Circular 71/2024/TT-BTC Appendix I, accounts of Circulars 133/2016, 99/2025 and 24/2017 compared"\n641,642,"Circular 71/2024/TT-BTC Appendix I, accounts of Circulars 133/2016, 99/2025 and 24/2017 compared"\n621,154,"Circular 71/2024/TT-BTC Appendix I, accounts of Circulars 133/2016, 99/2025 and 24/2017 compared"\n622,154,"Circular 71/2024/TT-BTC Appendix I, accounts of Circulars 133/2016, 99/2025 and 24/2017 compared"\n627,154,"Circular 71/2024/TT-BTC Appendix I, accounts of Circulars 133/2016, 99/2025 and 24/2017 compared"\n359,338,"Circular 71/2024/TT-BTC Appendix I, accounts of Circulars 133/2016, 99/2025 and 24/2017 compared"\n546,5123,"Circular 71/2024/TT-BTC Appendix I, accounts of Circulars 133/2016, 99/2025 and 24/2017 compared"\n646,6123,"Circular 71/2024/TT-BTC Appendix I, accounts of Circulars 133/2016, 99/2025 and 24/2017 compared"\n','\n',char(10)),1);
INSERT INTO data_file VALUES(4,'closings/vn-tt71.ini',replace('# Year-end closing by Circular 71/2024/TT-BTC, Appendix I (order of closing entries: 521 → 511/512 · 511 → 9111, 512 → 9112 ·\n# 611 → 9111, 612 → 9112 · 642 → 9111 and 9112 by a suitable key · 558, 658, 659 → 9111 · 9111 → 4211, 9112 → 4212).\n# The Circular leaves the key for 642 to the co-op ("tiêu thức phù hợp"). Where the target is a group, the detail account with the largest turnover\n# of the year takes the amount.\n[closing]\norder=deductions;revenue;cost;shared;other;tax;result\ndescription=Kết chuyển cuối năm %d\nvalid-from=2025-01-01\n\n[deductions]\nfrom=521\nsplit=scope\nexternal=511\ninternal=512\ntext=Kết chuyển các khoản giảm trừ doanh thu\n\n[revenue]\nfrom=511;512\nsplit=account\nexternal=9111\ninternal=9112\ntext=Kết chuyển doanh thu\n\n[cost]\nfrom=611;612\nsplit=account\nexternal=9111\ninternal=9112\ntext=Kết chuyển giá vốn, chi phí\n\n[shared]\nfrom=642\nsplit=key\nexternal=9111\ninternal=9112\ntext=Kết chuyển chi phí quản lý kinh doanh\n\n[other]\nfrom=558;658\nsplit=external\nexternal=9111\ntext=Kết chuyển thu nhập khác, chi phí khác\n\n[tax]\nfrom=659\nsplit=tax-key\nexternal=9111\ninternal=9112\ntext=Kết chuyển chi phí thuế thu nhập doanh nghiệp\n\n[result]\nfrom=9111;9112\nsplit=account\nexternal=4211\ninternal=4212\ntext=Kết chuyển lợi nhuận sau thuế\n','\n',char(10)),1);
INSERT INTO data_file VALUES(5,'postings/vn-tt71.ini',replace('# SPDX-License-Identifier: GPL-3.0-or-later\n# Posting templates: which entries an event of the capital, trade and labour books makes.\n# Source of the entries: Circular 71/2024/TT-BTC of 7 October 2024, Appendix I (accounts 4111, 152, 156, 131, 331, 334, 3331, 511, 512).\n#\n# [numbers]      the prefix of automatic numbers for each kind of voucher\n# [EVENT]        kind         the kind of voucher\n#                description  used where the event brings no text of its own; {party}, {to-party} and {product} become their names\n#                row1, row2 … DEBIT | CREDIT | AMOUNT | DEBIT_PARTY | CREDIT_PARTY\n# DEBIT, CREDIT  role:NAME, or the account that the event brings: account, stock, revenue, cost\n# AMOUNT         amount, vat, cost, tax or insurance; a row whose amount is 0 is left out\n# …_PARTY        party, to-party, or empty\n\n[numbers]\nreceipt=PT\npayment=PC\nbank-in=BC\nbank-out=BN\njournal=PK\nstock-in=PN\nstock-out=PX\nopening=SDDK\n\n# Only what is paid in is booked to 4111, never a commitment (Circular 71, account 411).\n[capital-pay-cash]\nkind=receipt\ndescription=Thu vốn góp của thành viên {party}\nrow1=role:cash | role:member-capital | amount | | party\n\n[capital-pay-bank]\nkind=bank-in\ndescription=Thu vốn góp của thành viên {party}\nrow1=role:bank | role:member-capital | amount | | party\n\n[capital-pay-in-kind]\nkind=journal\ndescription=Nhận vốn góp bằng tài sản của thành viên {party}\nrow1=account | role:member-capital | amount | | party\n\n[capital-refund-cash]\nkind=payment\ndescription=Trả lại vốn góp cho thành viên {party}\nrow1=role:member-capital | role:cash | amount | party |\n\n[capital-refund-bank]\nkind=bank-out\ndescription=Trả lại vốn góp cho thành viên {party}\nrow1=role:member-capital | role:bank | amount | party |\n\n[capital-transfer]\nkind=journal\ndescription=Chuyển nhượng vốn góp từ {party} sang {to-party}\nrow1=role:member-capital | role:member-capital | amount | party | to-party\n\n# Income declared to the member (338) becomes paid-in capital.\n[capital-capitalise]\nkind=journal\ndescription=Chuyển thu nhập được chia thành vốn góp của thành viên {party}\nrow1=role:member-payable | role:member-capital | amount | party | party\n\n[delivery]\nkind=stock-in\ndescription=Thu mua {product} của thành viên {party}\nrow1=stock | role:trade-payable | amount | | party\n\n# Produce whose account is no stock account (used up at once)\n[delivery-direct]\nkind=journal\ndescription=Thu mua {product} của thành viên {party}\nrow1=stock | role:trade-payable | amount | | party\n\n[supply]\nkind=journal\ndescription=Cung cấp {product} cho thành viên {party}\nrow1=role:trade-receivable | revenue | amount | party |\nrow2=role:trade-receivable | role:vat-output | vat | party |\nrow3=cost | stock | cost | |\n\n[labour]\nkind=journal\ndescription=Tiền công của {party}\nrow1=account | role:wages-payable | amount | | party\nrow2=role:wages-payable | role:other-tax-payable | tax | party |\nrow3=role:wages-payable | role:payroll-contributions | insurance | party |\n','\n',char(10)),1);
INSERT INTO data_file VALUES(6,'forms/B01-HTX.ini',replace('# Words, notes and checks of the form; the lines are in B01-HTX.csv. Lists are parted by |; {day}, {month}, {year}, {from}, {to} are filled in when printing.\n[form]\ncode=B01-HTX\nkind=lines\nlaw=tt71-2024\nsource=Circular 71/2024/TT-BTC, Appendix IV\nvalid_from=2025-01-01\nprevious=opening\ncoverage=balances\n\n[checks]\nequality=L(200) = L(500)\n\n[text]\nheader_vi=Đơn vị báo cáo|Địa chỉ\nheader_en=Reporting entity|Address\nheader_fr=Entité|Adresse\nform_code_vi=Mẫu số B01 - HTX\nform_code_en=Form B01-HTX\nform_code_fr=Formulaire B01-HTX\nattachment_vi=(Kèm theo Thông tư số 71/2024/TT-BTC ngày 07 tháng 10 năm 2024 của Bộ trưởng Bộ Tài chính)\nattachment_en=(Issued with Circular 71/2024/TT-BTC of 7 October 2024 of the Minister of Finance)\nattachment_fr=(Annexé à la circulaire 71/2024/TT-BTC du 7 octobre 2024 du ministre des Finances)\ntitle_vi=BÁO CÁO TÌNH HÌNH TÀI CHÍNH\ntitle_en=STATEMENT OF FINANCIAL POSITION\ntitle_fr=ÉTAT DE LA SITUATION FINANCIÈRE\nsubtitle_vi=Tại ngày {day} tháng {month} năm {year}\nsubtitle_en=At {day}/{month}/{year}\nsubtitle_fr=Au {day}/{month}/{year}\nunit_vi=Đơn vị tính: đồng Việt Nam\nunit_en=Unit: Vietnamese đồng\nunit_fr=Unité : đồng vietnamien\ncolumns_vi=CHỈ TIÊU|Mã số|Thuyết minh|Số cuối năm|Số đầu năm\ncolumns_en=ITEM|Code|Note|End of year|Start of year\ncolumns_fr=RUBRIQUE|Code|Note|Fin d’exercice|Début d’exercice\ncolumns_interim_vi=CHỈ TIÊU|Mã số|Thuyết minh|Số cuối kỳ|Số đầu năm\ncolumns_interim_en=ITEM|Code|Note|End of period|Start of year\ncolumns_interim_fr=RUBRIQUE|Code|Note|Fin de période|Début d’exercice\nmarks=1|2|3|4|5\nsigners_vi=NGƯỜI LẬP BIỂU|KẾ TOÁN TRƯỞNG|NGƯỜI ĐẠI DIỆN THEO PHÁP LUẬT\nsigners_en=PREPARED BY|CHIEF ACCOUNTANT|LEGAL REPRESENTATIVE\nsigners_fr=ÉTABLI PAR|CHEF COMPTABLE|REPRÉSENTANT LÉGAL\nsigner_notes_vi=(Ký, họ tên)|(Ký, họ tên)|(Ký, họ tên, đóng dấu)\nsigner_notes_en=(Signature, full name)|(Signature, full name)|(Signature, full name, seal)\nsigner_notes_fr=(Signature, nom)|(Signature, nom)|(Signature, nom, cachet)\nsigning_date_vi=Lập, ngày {day} tháng {month} năm {year}\nsigning_date_en=Done on {day}/{month}/{year}\nsigning_date_fr=Fait le {day}/{month}/{year}\nnotes_title_vi=Ghi chú:\nnotes_title_en=Notes:\nnotes_title_fr=Notes :\nnotes_vi=(1) Những chỉ tiêu không có số liệu được miễn trình bày nhưng không được đánh lại “Mã số” chỉ tiêu.|(2) Số liệu trong các chỉ tiêu có dấu (*) được ghi bằng số âm dưới hình thức ghi trong ngoặc đơn (...).|(3) Đối với HTX có kỳ kế toán năm là năm dương lịch (X) thì “Số cuối năm” có thể ghi là “31.12.X”; “Số đầu năm” có thể ghi là “01.01.X”.|(4) Đối với trường hợp thuê dịch vụ làm kế toán, làm kế toán trưởng thì phải ghi rõ số Giấy chứng nhận đăng ký hành nghề dịch vụ kế toán, tên đơn vị cung cấp dịch vụ kế toán.|(5) Chỉ tiêu phải trả của hoạt động tín dụng nội bộ (Mã số 370) chỉ áp dụng cho những HTX có hợp đồng đi vay của thành viên theo hình thức tín dụng nội bộ ký trước ngày 01/9/2023 và vẫn còn hiệu lực. HTX không tiếp tục trình bày chỉ tiêu này nếu các hợp đồng đi vay của thành viên đã hết hiệu lực và không còn số dư.\nnotes_en=(1) Items without figures may be left out, but the codes are never renumbered.|(2) Figures of items marked (*) are negative and stand in parentheses (...).|(3) Where the accounting year is the calendar year X, “End of year” may read “31.12.X” and “Start of year” “01.01.X”.|(4) Where bookkeeping or the chief accountant’s work is outsourced, state the number of the certificate of registration of accounting practice and the name of the service provider.|(5) Item 370 applies only while borrowing contracts of internal credit signed with members before 1 September 2023 are in force; it is left out once they have ended and no balance is left.\nnotes_fr=(1) Les rubriques sans montant peuvent être omises, mais les codes ne sont jamais renumérotés.|(2) Les montants des rubriques marquées (*) sont négatifs et figurent entre parenthèses (...).|(3) Si l’exercice est l’année civile X, « Fin d’exercice » peut s’écrire « 31.12.X » et « Début d’exercice » « 01.01.X ».|(4) Si la tenue des livres ou la fonction de chef comptable est externalisée, indiquer le numéro du certificat d’exercice et le nom du prestataire.|(5) La rubrique 370 ne vaut que tant que des contrats d’emprunt de crédit interne signés avec des membres avant le 1er septembre 2023 restent en vigueur ; elle est omise dès qu’ils ont pris fin et qu’aucun solde ne subsiste.\n\n# The lines that an overview of the co-op shows: money at hand, what is owed to it, what it owes.\n[overview]\ncash=110\nreceivable=130\npayable=300\n','\n',char(10)),1);
INSERT INTO data_file VALUES(7,'forms/B01-HTX.csv',replace('line,indent,style,label_vi,label_en,label_fr,rule,note,memo\n,0,heading,TÀI SẢN,ASSETS,ACTIF,,,\n110,1,normal,1. Tiền,1. Cash and demand deposits,1. Trésorerie,DB(111)+DB(112),IV.1,\n120,1,normal,2. Đầu tư tài chính,2. Financial investments,2. Placements financiers,DB(121),IV.2,\n130,1,normal,3. Các khoản phải thu,3. Receivables,3. Créances,DBd(131)+DBd(132)+DBd(136+336)+DBd(138)+DBd(141)+DBd(334)+DBd(338)+DBd(331),IV.3,\n137,2,normal,Trong đó: Phải thu từ hoạt động cho vay nội bộ,of which: receivables from internal lending,dont : créances de prêts internes,DB(132),IV.4,yes\n140,1,normal,4. Hàng tồn kho,4. Inventories,4. Stocks,DB(151)+DB(152)+DB(154)+DB(156)+DB(157),IV.5,\n150,1,normal,5. Tài sản cố định,5. Fixed assets,5. Immobilisations,L(151)+L(152),IV.6,\n151,2,normal,- Nguyên giá,- Cost,- Valeur brute,DB(211),,\n152,2,normal,- Giá trị hao mòn lũy kế (*),- Accumulated depreciation (*),- Amortissements cumulés (*),-CB(2141)-CB(2143)-CB(2144)-CB(2147),,\n160,1,normal,6. Tài sản chung không chia,6. Indivisible common assets,6. Biens communs impartageables,L(161)+L(162),IV.7,\n161,2,normal,- Nguyên giá,- Cost,- Valeur brute,DB(212),,\n162,2,normal,- Giá trị hao mòn lũy kế (*),- Accumulated depreciation (*),- Amortissements cumulés (*),-CB(2142),,\n170,1,normal,7. Tài sản khác,7. Other assets,7. Autres actifs,DB(133)+DB(242)+DBd(333)+DBd(335)+DBd(353),,\n180,1,normal,8. Dự phòng tổn thất tài sản,8. Provisions for losses on assets,8. Provisions pour dépréciation des actifs,-CB(229),,\n200,0,bold,TỔNG CỘNG TÀI SẢN (200 = 110 + 120 + 130 + 140 + 150 + 160 + 170 + 180),TOTAL ASSETS (200 = 110 + 120 + 130 + 140 + 150 + 160 + 170 + 180),TOTAL DE L’ACTIF (200 = 110 + 120 + 130 + 140 + 150 + 160 + 170 + 180),L(110)+L(120)+L(130)+L(140)+L(150)+L(160)+L(170)+L(180),,\n,0,heading,NGUỒN VỐN,LIABILITIES AND EQUITY,PASSIF,,,\n300,0,bold,I. Nợ phải trả (300 = 310 + 320 + 330 + 340 + 350 + 360 + 370 + 380),I. Liabilities (300 = 310 + 320 + 330 + 340 + 350 + 360 + 370 + 380),I. Dettes (300 = 310 + 320 + 330 + 340 + 350 + 360 + 370 + 380),L(310)+L(320)+L(330)+L(340)+L(350)+L(360)+L(370)+L(380),,\n310,1,normal,1. Phải trả người bán,1. Trade payables,1. Dettes fournisseurs,CBd(331),,\n320,1,normal,2. Người mua trả tiền trước,2. Advances from customers,2. Avances reçues des clients,CBd(131),,\n330,1,normal,3. Thuế và các khoản phải nộp Nhà nước,3. Taxes and amounts payable to the State,3. Impôts et autres dettes envers l’État,CBd(333),IV.9,\n340,1,normal,4. Phải trả người lao động,4. Payables to workers,4. Dettes envers le personnel,CBd(334),,\n350,1,normal,5. Phải trả nợ vay,5. Borrowings,5. Emprunts,CB(341),,\n360,1,normal,6. Phải trả khác,6. Other payables,6. Autres dettes,CBd(138)+CBd(141)+CBd(335)+CBd(136+336)+CBd(338)+CBd(353),IV.10,\n370,1,normal,7. Phải trả của hoạt động tín dụng nội bộ,7. Payables of internal credit,7. Dettes du crédit interne,CB(332),IV.8,\n380,1,normal,"8. Khoản trợ cấp, hỗ trợ của Nhà nước phải hoàn lại",8. Repayable State support,8. Aides publiques remboursables,CB(342),,\n400,0,bold,II. Vốn chủ sở hữu (400 = 410 + 420 + 430 + 440),II. Equity (400 = 410 + 420 + 430 + 440),II. Capitaux propres (400 = 410 + 420 + 430 + 440),L(410)+L(420)+L(430)+L(440),,\n410,1,normal,1. Vốn đầu tư của chủ sở hữu,1. Owners’ capital,1. Capital des sociétaires,CB(411),,\n420,1,normal,2. Lợi nhuận sau thuế chưa phân phối,2. Undistributed profit after tax,2. Résultat après impôt non distribué,CB(421)-DB(421),,\n430,1,normal,3. Các quỹ thuộc vốn chủ sở hữu,3. Funds belonging to equity,3. Réserves et fonds propres,CB(418),,\n440,1,normal,4. Quỹ chung không chia của HTX,4. Indivisible common fund,4. Fonds commun impartageable,CB(442),IV.11,\n500,0,bold,TỔNG CỘNG NGUỒN VỐN (500 = 300 + 400),TOTAL LIABILITIES AND EQUITY (500 = 300 + 400),TOTAL DU PASSIF (500 = 300 + 400),L(300)+L(400),,\n','\n',char(10)),1);
INSERT INTO data_file VALUES(8,'forms/B02-HTX.ini',replace('# Words, notes and checks of the form; the lines are in B02-HTX.csv. Lists are parted by |; {day}, {month}, {year}, {from}, {to} are filled in when printing.\n[form]\ncode=B02-HTX\nkind=lines\nlaw=tt71-2024\nsource=Circular 71/2024/TT-BTC, Appendix IV\nvalid_from=2025-01-01\nprevious=period\ncoverage=results\n\n[checks]\nresult=L(60) = XT(Dr 911, Cr 421) - XT(Dr 421, Cr 911)\nsides=L(20) = L(20a) + L(20b)\n\n[text]\nheader_vi=Đơn vị báo cáo|Địa chỉ\nheader_en=Reporting entity|Address\nheader_fr=Entité|Adresse\nform_code_vi=Mẫu số B02 - HTX\nform_code_en=Form B02-HTX\nform_code_fr=Formulaire B02-HTX\nattachment_vi=(Kèm theo Thông tư số 71/2024/TT-BTC ngày 07 tháng 10 năm 2024 của Bộ trưởng Bộ Tài chính)\nattachment_en=(Issued with Circular 71/2024/TT-BTC of 7 October 2024 of the Minister of Finance)\nattachment_fr=(Annexé à la circulaire 71/2024/TT-BTC du 7 octobre 2024 du ministre des Finances)\ntitle_vi=BÁO CÁO KẾT QUẢ HOẠT ĐỘNG\ntitle_en=STATEMENT OF OPERATING RESULTS\ntitle_fr=COMPTE DE RÉSULTAT\nsubtitle_vi=Năm {year}\nsubtitle_en=Year {year}\nsubtitle_fr=Exercice {year}\nsubtitle_interim_vi=Từ ngày {from} đến ngày {to}\nsubtitle_interim_en=From {from} to {to}\nsubtitle_interim_fr=Du {from} au {to}\nunit_vi=Đơn vị tính: đồng Việt Nam\nunit_en=Unit: Vietnamese đồng\nunit_fr=Unité : đồng vietnamien\ncolumns_vi=CHỈ TIÊU|Mã số|Thuyết minh|Năm nay|Năm trước\ncolumns_en=ITEM|Code|Note|This year|Last year\ncolumns_fr=RUBRIQUE|Code|Note|Exercice|Exercice précédent\ncolumns_interim_vi=CHỈ TIÊU|Mã số|Thuyết minh|Kỳ này|Kỳ trước\ncolumns_interim_en=ITEM|Code|Note|This period|Same period last year\ncolumns_interim_fr=RUBRIQUE|Code|Note|Période|Même période, exercice précédent\nmarks=1|2|3|4|5\nsigners_vi=NGƯỜI LẬP BIỂU|KẾ TOÁN TRƯỞNG|NGƯỜI ĐẠI DIỆN THEO PHÁP LUẬT\nsigners_en=PREPARED BY|CHIEF ACCOUNTANT|LEGAL REPRESENTATIVE\nsigners_fr=ÉTABLI PAR|CHEF COMPTABLE|REPRÉSENTANT LÉGAL\nsigner_notes_vi=(Ký, họ tên)|(Ký, họ tên)|(Ký, họ tên, đóng dấu)\nsigner_notes_en=(Signature, full name)|(Signature, full name)|(Signature, full name, seal)\nsigner_notes_fr=(Signature, nom)|(Signature, nom)|(Signature, nom, cachet)\nsigning_date_vi=Lập, ngày {day} tháng {month} năm {year}\nsigning_date_en=Done on {day}/{month}/{year}\nsigning_date_fr=Fait le {day}/{month}/{year}\nnotes_title_vi=Ghi chú:\nnotes_title_en=Notes:\nnotes_title_fr=Notes :\nnotes_vi=Đối với trường hợp thuê dịch vụ làm kế toán, làm kế toán trưởng thì phải ghi rõ số Giấy chứng nhận đăng ký hành nghề dịch vụ kế toán, tên đơn vị cung cấp dịch vụ kế toán.\nnotes_en=Where bookkeeping or the chief accountant’s work is outsourced, state the number of the certificate of registration of accounting practice and the name of the service provider.\nnotes_fr=Si la tenue des livres ou la fonction de chef comptable est externalisée, indiquer le numéro du certificat d’exercice et le nom du prestataire.\n','\n',char(10)),1);
INSERT INTO data_file VALUES(9,'forms/B02-HTX.csv',replace('line,indent,style,label_vi,label_en,label_fr,rule,note,memo\n01,0,bold,1. Doanh thu hoạt động sản xuất kinh doanh,1. Revenue from business activities,1. Produits de l’activité,L(01a)+L(01b),V.1,\n01a,1,normal,- Doanh thu của giao dịch bên ngoài,- Revenue from external transactions,- Produits des opérations externes,CT(511),,\n01b,1,normal,- Doanh thu của giao dịch nội bộ,- Revenue from internal transactions,- Produits des opérations internes,CT(512),,\n02,0,bold,2. Các khoản giảm trừ doanh thu,2. Revenue deductions,"2. Rabais, remises et retours",L(02a)+L(02b),V.3,\n02a,1,normal,- Giảm trừ doanh thu của giao dịch bên ngoài,- Deductions from external transactions,- Déductions des opérations externes,"XT(Dr 511, Cr 521)+XT(Dr 511, Cr 333)",,\n02b,1,normal,- Giảm trừ doanh thu của giao dịch nội bộ,- Deductions from internal transactions,- Déductions des opérations internes,"XT(Dr 512, Cr 521)+XT(Dr 512, Cr 333)",,\n10,0,bold,3. Doanh thu thuần hoạt động sản xuất kinh doanh (10 = 01 - 02),3. Net revenue from business activities (10 = 01 - 02),3. Produits nets de l’activité (10 = 01 - 02),L(01)-L(02),,\n10a,1,normal,- Doanh thu thuần của giao dịch bên ngoài,- Net revenue from external transactions,- Produits nets des opérations externes,L(01a)-L(02a),,\n10b,1,normal,- Doanh thu thuần của giao dịch nội bộ,- Net revenue from internal transactions,- Produits nets des opérations internes,L(01b)-L(02b),,\n11,0,bold,4. Giá vốn hàng bán,4. Cost of sales,4. Coût des ventes,L(11a)+L(11b),V.2,\n11a,1,normal,- Giá vốn hàng bán của giao dịch bên ngoài,- Cost of external transactions,- Coût des opérations externes,"XT(Dr 9111, Cr 611)-XT(Dr 611, Cr 9111)",,\n11b,1,normal,- Chi phí của giao dịch nội bộ,- Cost of internal transactions,- Coût des opérations internes,"XT(Dr 9112, Cr 612)-XT(Dr 612, Cr 9112)",,\n12,0,bold,5. Chi phí quản lý kinh doanh,5. Selling and administration expenses,5. Frais commerciaux et d’administration,L(12a)+L(12b),V.4,\n,1,normal,Trong đó,of which,dont,,,\n12a,1,normal,- Chi phí quản lý kinh doanh phân bổ cho giao dịch bên ngoài,- Allocated to external transactions,- Affectés aux opérations externes,"XT(Dr 9111, Cr 642)-XT(Dr 642, Cr 9111)",,\n12b,1,normal,- Chi phí quản lý kinh doanh phân bổ cho giao dịch nội bộ,- Allocated to internal transactions,- Affectés aux opérations internes,"XT(Dr 9112, Cr 642)-XT(Dr 642, Cr 9112)",,\n20,0,bold,6. Kết quả hoạt động sản xuất kinh doanh (20 = 10 - 11 - 12),6. Result of business activities (20 = 10 - 11 - 12),6. Résultat de l’activité (20 = 10 - 11 - 12),L(10)-L(11)-L(12),,\n20a,1,normal,- Kết quả hoạt động kinh doanh của giao dịch bên ngoài,- Result of external transactions,- Résultat des opérations externes,L(10a)-L(11a)-L(12a),,\n20b,1,normal,- Kết quả hoạt động kinh doanh của giao dịch nội bộ,- Result of internal transactions,- Résultat des opérations internes,L(10b)-L(11b)-L(12b),,\n31,0,normal,7. Thu nhập khác,7. Other income,7. Autres produits,"XT(Dr 558, Cr 911)-XT(Dr 911, Cr 558)",,\n32,0,normal,8. Chi phí khác,8. Other expenses,8. Autres charges,"XT(Dr 911, Cr 658)-XT(Dr 658, Cr 911)",,\n40,0,bold,9. Lợi nhuận khác (40 = 31 - 32),9. Other profit (40 = 31 - 32),9. Autre résultat (40 = 31 - 32),L(31)-L(32),,\n50,0,bold,10. Lợi nhuận kế toán trước thuế (50 = 20 + 40),10. Accounting profit before tax (50 = 20 + 40),10. Résultat comptable avant impôt (50 = 20 + 40),L(20)+L(40),,\n51,0,normal,11. Chi phí thuế TNDN,11. Corporate income tax expense,11. Charge d’impôt sur les sociétés,"XT(Dr 911, Cr 659)-XT(Dr 659, Cr 911)",,\n60,0,bold,12. Lợi nhuận sau thuế thu nhập doanh nghiệp (60 = 50 - 51),12. Profit after corporate income tax (60 = 50 - 51),12. Résultat après impôt sur les sociétés (60 = 50 - 51),L(50)-L(51),,\n','\n',char(10)),1);
INSERT INTO data_file VALUES(10,'forms/F01-HTX.ini',replace('# Words of the form; its lines are the accounts of the chart. Lists are parted by |; {day}, {month}, {year}, {from}, {to} are filled in when printing.\n[form]\ncode=F01-HTX\nkind=accounts\nlaw=tt71-2024\nsource=Circular 71/2024/TT-BTC, Appendix IV\nvalid_from=2025-01-01\nlevel=1\nprevious=opening\n\n[text]\nheader_vi=Đơn vị báo cáo|Địa chỉ\nheader_en=Reporting entity|Address\nheader_fr=Entité|Adresse\nform_code_vi=Mẫu số F01 - HTX\nform_code_en=Form F01-HTX\nform_code_fr=Formulaire F01-HTX\nattachment_vi=(Kèm theo Thông tư số 71/2024/TT-BTC ngày 07 tháng 10 năm 2024 của Bộ trưởng Bộ Tài chính)\nattachment_en=(Issued with Circular 71/2024/TT-BTC of 7 October 2024 of the Minister of Finance)\nattachment_fr=(Annexé à la circulaire 71/2024/TT-BTC du 7 octobre 2024 du ministre des Finances)\ntitle_vi=BẢNG CÂN ĐỐI TÀI KHOẢN\ntitle_en=TRIAL BALANCE\ntitle_fr=BALANCE DES COMPTES\nsubtitle_vi=Năm {year}\nsubtitle_en=Year {year}\nsubtitle_fr=Exercice {year}\nsubtitle_interim_vi=Từ ngày {from} đến ngày {to}\nsubtitle_interim_en=From {from} to {to}\nsubtitle_interim_fr=Du {from} au {to}\nunit_vi=Đơn vị tính: đồng Việt Nam\nunit_en=Unit: Vietnamese đồng\nunit_fr=Unité : đồng vietnamien\ncolumns_vi=Số hiệu tài khoản|Tên tài khoản|Số dư đầu kỳ > Nợ|Số dư đầu kỳ > Có|Số phát sinh trong kỳ > Nợ|Số phát sinh trong kỳ > Có|Số dư cuối kỳ > Nợ|Số dư cuối kỳ > Có\ncolumns_en=Account|Name|Opening balance > Debit|Opening balance > Credit|Turnover of the period > Debit|Turnover of the period > Credit|Closing balance > Debit|Closing balance > Credit\ncolumns_fr=Compte|Intitulé|Solde d’ouverture > Débit|Solde d’ouverture > Crédit|Mouvements de la période > Débit|Mouvements de la période > Crédit|Solde de clôture > Débit|Solde de clôture > Crédit\nmarks=A|B|1|2|3|4|5|6\ntotal_vi=Tổng cộng\ntotal_en=Total\ntotal_fr=Total\noff_balance_vi=Tài khoản ngoài bảng\noff_balance_en=Off-balance accounts\noff_balance_fr=Comptes hors bilan\nsigners_vi=NGƯỜI LẬP BIỂU|KẾ TOÁN TRƯỞNG|NGƯỜI ĐẠI DIỆN THEO PHÁP LUẬT\nsigners_en=PREPARED BY|CHIEF ACCOUNTANT|LEGAL REPRESENTATIVE\nsigners_fr=ÉTABLI PAR|CHEF COMPTABLE|REPRÉSENTANT LÉGAL\nsigner_notes_vi=(Ký, họ tên)|(Ký, họ tên)|(Ký, họ tên, đóng dấu)\nsigner_notes_en=(Signature, full name)|(Signature, full name)|(Signature, full name, seal)\nsigner_notes_fr=(Signature, nom)|(Signature, nom)|(Signature, nom, cachet)\nsigning_date_vi=Lập, ngày {day} tháng {month} năm {year}\nsigning_date_en=Done on {day}/{month}/{year}\nsigning_date_fr=Fait le {day}/{month}/{year}\nnotes_title_vi=Ghi chú:\nnotes_title_en=Notes:\nnotes_title_fr=Notes :\nnotes_vi=Đối với trường hợp thuê dịch vụ làm kế toán, làm kế toán trưởng thì phải ghi rõ số Giấy chứng nhận đăng ký hành nghề dịch vụ kế toán, tên đơn vị cung cấp dịch vụ kế toán.\nnotes_en=Where bookkeeping or the chief accountant’s work is outsourced, state the number of the certificate of registration of accounting practice and the name of the service provider.\nnotes_fr=Si la tenue des livres ou la fonction de chef comptable est externalisée, indiquer le numéro du certificat d’exercice et le nom du prestataire.\n','\n',char(10)),1);
INSERT INTO data_file VALUES(11,'forms/vn-tt71.txt',replace('B01-HTX\nB02-HTX\nF01-HTX\n','\n',char(10)),1);
CREATE TABLE account (
  id             INTEGER PRIMARY KEY,
  code           TEXT NOT NULL UNIQUE,
  parent_id      INTEGER REFERENCES account (id),
  name           TEXT NOT NULL,
  name_en        TEXT,
  name_fr        TEXT,
  type           INTEGER NOT NULL CHECK (type BETWEEN 1 AND 10),
  normal_side    INTEGER NOT NULL CHECK (normal_side BETWEEN 0 AND 3), -- 0 none, 1 debit, 2 credit, 3 both
  needs          INTEGER NOT NULL CHECK (needs BETWEEN 0 AND 5),       -- 0 nothing 1 optional 2 party 3 item 4 either 5 both
  scope          INTEGER NOT NULL CHECK (scope BETWEEN 0 AND 4),       -- 0 none 1 internal 2 external 3 shared 4 must be named
  book           INTEGER NOT NULL CHECK (book BETWEEN 0 AND 3),        -- 0 none 1 cash 2 bank 3 stock
  role           TEXT,
  hidden         INTEGER NOT NULL DEFAULT 0,                           -- 1: the contra of off-balance accounts
  purpose        TEXT,
  act_id         INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
INSERT INTO account VALUES(1,'111',NULL,'Tiền mặt','Cash on hand','Caisse',1,1,0,0,1,'cash-group',0,'Cash in the fund, VND and foreign currency, actual in/out/balance only',1);
INSERT INTO account VALUES(2,'1111',1,'Tiền Việt Nam','Cash on hand - VND','Caisse - VND',1,1,0,0,1,'cash',0,'VND cash',1);
INSERT INTO account VALUES(3,'1112',1,'Ngoại tệ','Cash on hand - foreign currency','Caisse - devises',1,1,0,0,1,NULL,0,'Foreign-currency cash at converted value; original units in 007',1);
INSERT INTO account VALUES(4,'112',NULL,'Tiền gửi Ngân hàng','Demand deposits at banks','Banque (dépôts à vue)',1,1,0,0,2,'bank-group',0,'Demand deposits only; an overdraft is shown like a loan (341), never negative',1);
INSERT INTO account VALUES(5,'1121',4,'Tiền Việt Nam','Bank demand deposits - VND','Banque - VND',1,1,0,0,2,'bank',0,'VND demand deposits, detail per bank account',1);
INSERT INTO account VALUES(6,'1122',4,'Ngoại tệ','Bank demand deposits - foreign currency','Banque - devises',1,1,0,0,2,NULL,0,'Foreign-currency deposits at converted value; original units in 007',1);
INSERT INTO account VALUES(7,'121',NULL,'Đầu tư tài chính','Financial investments','Placements financiers',1,1,0,0,0,NULL,0,'Term deposits and other investments',1);
INSERT INTO account VALUES(8,'1211',7,'Tiền gửi có kỳ hạn','Term deposits','Dépôts à terme',1,1,0,0,0,NULL,0,'Term deposits',1);
INSERT INTO account VALUES(9,'1218',7,'Đầu tư tài chính khác','Other financial investments','Autres placements',1,1,0,0,0,NULL,0,'Shares, capital in enterprises, other investments',1);
INSERT INTO account VALUES(10,'131',NULL,'Phải thu của khách hàng','Trade receivables (customers and members)','Clients',1,3,2,0,0,'trade-receivable',0,'Receivable per customer; keep members and outsiders apart; credit detail = advances received',1);
INSERT INTO account VALUES(11,'132',NULL,'Phải thu của hoạt động cho vay nội bộ','Receivables from internal lending','Créances de prêts internes',1,1,2,0,0,NULL,0,'Loans to official members and interest on them',1);
INSERT INTO account VALUES(12,'1321',11,'Phải thu hoạt động cho vay nội bộ','Internal loans receivable','Prêts internes',1,1,2,0,0,NULL,0,'Loans to official members',1);
INSERT INTO account VALUES(13,'13211',12,'Phải thu về gốc cho vay nội bộ','Internal loans - principal','Prêts internes - principal',1,1,2,0,0,NULL,0,'Principal outstanding',1);
INSERT INTO account VALUES(14,'13212',12,'Phải thu về lãi cho vay nội bộ','Internal loans - interest','Prêts internes - intérêts',1,1,2,0,0,NULL,0,'Accrued interest on loans not overdue; overdue interest goes only to 008',1);
INSERT INTO account VALUES(15,'1322',11,'Phải thu hoạt động cho vay nội bộ khác','Other internal-lending receivables','Autres créances de prêts internes',1,1,2,0,0,NULL,0,'Other',1);
INSERT INTO account VALUES(16,'133',NULL,'Thuế GTGT được khấu trừ','Deductible input VAT','TVA déductible',1,1,0,0,0,NULL,0,'Input VAT (credit method)',1);
INSERT INTO account VALUES(17,'1331',16,'Thuế GTGT được khấu trừ của hàng hóa, dịch vụ','Input VAT on goods and services','TVA déductible sur biens et services',1,1,0,0,0,'vat-input',0,'Input VAT',1);
INSERT INTO account VALUES(18,'1332',16,'Thuế GTGT được khấu trừ của TSCĐ','Input VAT on fixed assets','TVA déductible sur immobilisations',1,1,0,0,0,NULL,0,'Input VAT',1);
INSERT INTO account VALUES(19,'136',NULL,'Phải thu giữa các đơn vị nội bộ trong HTX','Receivables between units inside the cooperative','Créances entre unités internes',1,1,1,0,0,NULL,0,'Between head office and subordinate units; reconcile with 336 and eliminate',1);
INSERT INTO account VALUES(20,'1361',19,'Vốn kinh doanh ở đơn vị trực thuộc','Working capital at subordinate units','Capital confié aux unités',1,1,1,0,0,NULL,0,'Head office only',1);
INSERT INTO account VALUES(21,'1368',19,'Phải thu khác giữa các đơn vị nội bộ','Other inter-unit receivables','Autres créances internes',1,1,1,0,0,NULL,0,'Inter-unit',1);
INSERT INTO account VALUES(22,'138',NULL,'Phải thu khác','Other receivables','Autres débiteurs',1,3,1,0,0,NULL,0,'Shortages, deposits paid, compensation, other; detail per party',1);
INSERT INTO account VALUES(23,'141',NULL,'Tạm ứng','Advances to staff and members','Avances au personnel',1,1,2,0,0,NULL,0,'Advances to be settled; detail per person and per advance',1);
INSERT INTO account VALUES(24,'151',NULL,'Hàng mua đang đi đường','Goods in transit','Marchandises en transit',1,1,0,0,3,NULL,0,'Bought, not yet received',1);
INSERT INTO account VALUES(25,'152',NULL,'Vật liệu, dụng cụ','Materials and tools','Matières et outillage',1,1,0,0,3,'materials',0,'Materials, fuel, tools',1);
INSERT INTO account VALUES(26,'154',NULL,'Chi phí sản xuất, kinh doanh dở dang','Work in progress','En-cours de production',1,1,0,0,3,'work-in-progress',0,'All production costs are gathered here directly (no 621/622/627)',1);
INSERT INTO account VALUES(27,'156',NULL,'Thành phẩm, hàng hóa','Finished goods and merchandise','Produits finis et marchandises',1,1,0,0,3,'goods',0,'One account for both (no 155)',1);
INSERT INTO account VALUES(28,'157',NULL,'Hàng gửi đi bán','Goods on consignment','Marchandises en consignation',1,1,0,0,3,NULL,0,'Sent for sale, not yet sold',1);
INSERT INTO account VALUES(29,'211',NULL,'Tài sản cố định','Fixed assets (cost)','Immobilisations (brut)',1,1,0,0,0,NULL,0,'Cost of fixed assets other than indivisible common assets',1);
INSERT INTO account VALUES(30,'2111',29,'TSCĐ hữu hình','Tangible fixed assets','Immobilisations corporelles',1,1,0,0,0,NULL,0,'Cost',1);
INSERT INTO account VALUES(31,'2113',29,'TSCĐ vô hình','Intangible fixed assets','Immobilisations incorporelles',1,1,0,0,0,NULL,0,'Cost',1);
INSERT INTO account VALUES(32,'2114',29,'TSCĐ thuê tài chính','Finance-leased fixed assets','Immobilisations en crédit-bail',1,1,0,0,0,NULL,0,'Cost',1);
INSERT INTO account VALUES(33,'2117',29,'Bất động sản đầu tư','Investment property','Immeubles de placement',1,1,0,0,0,NULL,0,'Cost',1);
INSERT INTO account VALUES(34,'212',NULL,'Tài sản chung không chia','Indivisible common assets (cost)','Biens communs impartageables (brut)',1,1,0,0,0,'common-assets',0,'Cost; track by source of formation and item; matched by 4422',1);
INSERT INTO account VALUES(35,'214',NULL,'Hao mòn tài sản cố định','Accumulated depreciation','Amortissements cumulés',2,2,0,0,0,NULL,0,'Accumulated depreciation',1);
INSERT INTO account VALUES(36,'2141',35,'Hao mòn TSCĐ hữu hình','Accumulated depreciation - tangible','Amort. corporel',2,2,0,0,0,NULL,0,NULL,1);
INSERT INTO account VALUES(37,'2142',35,'Hao mòn tài sản chung không chia','Accumulated depreciation - indivisible common assets','Amort. biens communs impartageables',2,2,0,0,0,NULL,0,'Open level-3 detail for tangible and intangible',1);
INSERT INTO account VALUES(38,'2143',35,'Hao mòn TSCĐ vô hình','Accumulated amortisation - intangible','Amort. incorporel',2,2,0,0,0,NULL,0,NULL,1);
INSERT INTO account VALUES(39,'2144',35,'Hao mòn TSCĐ thuê tài chính','Accumulated depreciation - finance lease','Amort. crédit-bail',2,2,0,0,0,NULL,0,NULL,1);
INSERT INTO account VALUES(40,'2147',35,'Hao mòn bất động sản đầu tư','Accumulated depreciation - investment property','Amort. immeubles de placement',2,2,0,0,0,NULL,0,NULL,1);
INSERT INTO account VALUES(41,'229',NULL,'Dự phòng tổn thất tài sản','Provisions for asset losses','Provisions pour dépréciation',2,2,0,0,0,NULL,0,'Investments (cost 658), doubtful debts (cost 642), inventory (cost 611/612)',1);
INSERT INTO account VALUES(42,'242',NULL,'Tài sản khác','Other assets','Autres actifs',1,1,0,0,0,NULL,0,NULL,1);
INSERT INTO account VALUES(43,'2421',42,'Chi phí chờ phân bổ','Deferred (prepaid) expenses','Charges à répartir',1,1,0,0,0,NULL,0,'Prepayments, tools in use, prepaid interest',1);
INSERT INTO account VALUES(44,'2422',42,'Xây dựng cơ bản dở dang','Construction in progress','Immobilisations en cours',1,1,0,0,0,NULL,0,'Purchase, construction and major repair in progress',1);
INSERT INTO account VALUES(45,'331',NULL,'Phải trả cho người bán','Trade payables','Fournisseurs',3,3,2,0,0,'trade-payable',0,'Per supplier; debit detail = prepayments to suppliers',1);
INSERT INTO account VALUES(46,'332',NULL,'Phải trả của hoạt động tín dụng nội bộ','Payables of internal credit (legacy)','Dettes de crédit interne (ancien régime)',3,2,2,0,0,NULL,0,'ONLY contracts signed before 2023-09-01 and still in force',1);
INSERT INTO account VALUES(47,'3321',46,'Phải trả từ hoạt động đi vay của thành viên','Borrowings from members (legacy)','Emprunts auprès des membres',3,2,2,0,0,NULL,0,'Legacy',1);
INSERT INTO account VALUES(48,'33211',47,'Phải trả về gốc vay','Borrowings from members - principal','Principal',3,2,2,0,0,NULL,0,'Legacy',1);
INSERT INTO account VALUES(49,'33212',47,'Phải trả về lãi vay','Borrowings from members - interest','Intérêts',3,2,2,0,0,NULL,0,'Legacy',1);
INSERT INTO account VALUES(50,'3322',46,'Phải trả hoạt động tín dụng nội bộ khác','Other internal-credit payables (legacy)','Autres dettes de crédit interne',3,2,2,0,0,NULL,0,'Legacy',1);
INSERT INTO account VALUES(51,'333',NULL,'Thuế và các khoản phải nộp nhà nước','Taxes and amounts payable to the State','État - impôts et taxes',3,3,1,0,0,NULL,0,'May have a debit balance (overpaid)',1);
INSERT INTO account VALUES(52,'3331',51,'Thuế giá trị gia tăng phải nộp','Output VAT payable','TVA collectée',3,3,1,0,0,'vat-output',0,'The text also uses 33311 as a detail code',1);
INSERT INTO account VALUES(53,'3334',51,'Thuế thu nhập doanh nghiệp','Corporate income tax payable','Impôt sur les sociétés',3,3,1,0,0,'income-tax-payable',0,'Quarterly provisional, yearly final',1);
INSERT INTO account VALUES(54,'3338',51,'Thuế khác, phí, lệ phí và các khoản khác phải nộp Nhà nước','Other taxes, fees and charges payable','Autres impôts et taxes',3,3,1,0,0,'other-tax-payable',0,'Includes withheld personal income tax',1);
INSERT INTO account VALUES(55,'334',NULL,'Phải trả người lao động','Payables to members and employees for work','Personnel - rémunérations dues',3,3,2,0,0,'wages-payable',0,'Wages, bonuses, work pay of members and employees',1);
INSERT INTO account VALUES(56,'335',NULL,'Các khoản phải nộp theo lương','Payroll contributions payable','Organismes sociaux',3,3,1,0,0,'payroll-contributions',0,'BHXH, BHYT, BHTN, occupational accident, trade-union fee; open detail per fund',1);
INSERT INTO account VALUES(57,'336',NULL,'Phải trả giữa các đơn vị nội bộ trong HTX','Payables between units inside the cooperative','Dettes entre unités internes',3,2,1,0,0,NULL,0,'Counterpart of 136',1);
INSERT INTO account VALUES(58,'3361',57,'Phải trả nội bộ về vốn kinh doanh','Inter-unit working capital payable','Capital reçu du siège',3,2,1,0,0,NULL,0,'At subordinate units only',1);
INSERT INTO account VALUES(59,'3368',57,'Phải trả khác giữa các đơn vị nội bộ','Other inter-unit payables','Autres dettes internes',3,2,1,0,0,NULL,0,NULL,1);
INSERT INTO account VALUES(60,'338',NULL,'Phải trả khác','Other payables','Autres créditeurs',3,3,4,0,0,'member-payable',0,'Accruals, provisions, deferred revenue, deposits received, PROFIT PAYABLE TO MEMBERS, surplus assets, science fund, leftover credit-risk reserve',1);
INSERT INTO account VALUES(61,'341',NULL,'Phải trả nợ vay','Borrowings','Emprunts',3,2,2,0,0,'borrowings',0,'Loans from banks, funds, others; detail per lender and contract',1);
INSERT INTO account VALUES(62,'342',NULL,'Khoản hỗ trợ của Nhà nước phải hoàn lại','Repayable State support','Aides publiques remboursables',3,2,1,0,0,NULL,0,'Counts as debt of the cooperative',1);
INSERT INTO account VALUES(63,'353',NULL,'Quỹ khen thưởng phúc lợi','Bonus and welfare funds','Fonds de primes et d’œuvres sociales',3,2,1,0,0,NULL,0,'Presented as a liability, not as equity',1);
INSERT INTO account VALUES(64,'3531',63,'Quỹ khen thưởng','Bonus fund','Fonds de primes',3,2,1,0,0,'bonus-fund',0,NULL,1);
INSERT INTO account VALUES(65,'3532',63,'Quỹ phúc lợi','Welfare fund','Fonds social',3,2,1,0,0,'welfare-fund',0,NULL,1);
INSERT INTO account VALUES(66,'3533',63,'Quỹ phúc lợi đã hình thành TSCĐ','Welfare fund invested in fixed assets','Fonds social investi en immobilisations',3,2,1,0,0,NULL,0,NULL,1);
INSERT INTO account VALUES(67,'411',NULL,'Vốn đầu tư của chủ sở hữu','Owners’ (members’) capital','Capital des sociétaires',4,2,0,0,0,NULL,0,'Only amounts actually paid in, never committed or registered capital',1);
INSERT INTO account VALUES(68,'4111',67,'Vốn góp của thành viên','Members’ contributed capital','Parts sociales des membres',4,2,2,0,0,'member-capital',0,'Official members + associate contributing members + contributing organisations; sub-ledger per member',1);
INSERT INTO account VALUES(69,'4118',67,'Vốn khác','Other capital','Autres capitaux',4,2,0,0,0,'other-capital',0,'Membership fees of non-contributing associates, gifts and State grants credited to capital, capitalised profit and funds',1);
INSERT INTO account VALUES(70,'418',NULL,'Các quỹ thuộc vốn chủ sở hữu','Funds belonging to equity','Réserves et fonds propres',4,2,0,0,0,'equity-fund',0,'Funds set up from profit after tax by charter or general meeting; detail per fund',1);
INSERT INTO account VALUES(71,'421',NULL,'Lợi nhuận sau thuế chưa phân phối','Undistributed profit after tax','Résultat non distribué',4,3,0,0,0,NULL,0,NULL,1);
INSERT INTO account VALUES(72,'4211',71,'Lợi nhuận sau thuế chưa phân phối của giao dịch bên ngoài','Undistributed profit - external transactions','Résultat non distribué - opérations externes',4,3,0,2,0,'profit-external',0,'Includes other activities (558/658)',1);
INSERT INTO account VALUES(73,'4212',71,'Lợi nhuận sau thuế chưa phân phối của giao dịch nội bộ','Undistributed profit - internal transactions','Résultat non distribué - opérations internes',4,3,0,1,0,'profit-internal',0,NULL,1);
INSERT INTO account VALUES(74,'442',NULL,'Quỹ chung không chia của HTX','Indivisible common fund','Fonds commun impartageable',4,2,0,0,0,NULL,0,NULL,1);
INSERT INTO account VALUES(75,'4421',74,'Quỹ chung không chia','Indivisible common fund - money part','Fonds commun impartageable',4,2,0,0,0,'common-fund',0,'Appropriations, donations, interest on idle fund; track by source',1);
INSERT INTO account VALUES(76,'4422',74,'Nguồn hình thành tài sản chung không chia','Source of indivisible common assets','Contrepartie des biens impartageables',4,2,0,0,0,'common-asset-source',0,'Counterpart of 212',1);
INSERT INTO account VALUES(77,'511',NULL,'Doanh thu từ giao dịch bên ngoài','Revenue from external transactions','Produits des opérations externes',5,2,0,2,0,'revenue-external',0,'Sales to anybody but official members under written agreement',1);
INSERT INTO account VALUES(78,'5111',77,'Doanh thu bán hàng hóa','External revenue - merchandise','Ventes de marchandises',5,2,0,2,0,NULL,0,NULL,1);
INSERT INTO account VALUES(79,'5112',77,'Doanh thu bán sản phẩm','External revenue - products','Ventes de produits',5,2,0,2,0,NULL,0,NULL,1);
INSERT INTO account VALUES(80,'5113',77,'Doanh thu cung cấp dịch vụ','External revenue - services','Prestations de services',5,2,0,2,0,NULL,0,NULL,1);
INSERT INTO account VALUES(81,'5118',77,'Doanh thu khác','External revenue - other','Autres produits',5,2,0,2,0,NULL,0,NULL,1);
INSERT INTO account VALUES(82,'512',NULL,'Doanh thu từ giao dịch nội bộ','Revenue from internal transactions','Produits des opérations internes',5,2,0,1,0,'revenue-internal',0,'Supplies, services, jobs and loans to official members under written agreement',1);
INSERT INTO account VALUES(83,'5121',82,'Doanh thu bán sản phẩm, vật tư','Internal revenue - products and materials','Ventes aux membres',5,2,0,1,0,NULL,0,NULL,1);
INSERT INTO account VALUES(84,'5122',82,'Doanh thu cung cấp dịch vụ','Internal revenue - services','Services aux membres',5,2,0,1,0,NULL,0,NULL,1);
INSERT INTO account VALUES(85,'5123',82,'Doanh thu hoạt động cho vay nội bộ','Internal revenue - internal lending','Intérêts des prêts internes',5,2,0,1,0,NULL,0,NULL,1);
INSERT INTO account VALUES(86,'5128',82,'Doanh thu khác','Internal revenue - other','Autres produits internes',5,2,0,1,0,NULL,0,NULL,1);
INSERT INTO account VALUES(87,'521',NULL,'Các khoản giảm trừ doanh thu','Revenue deductions','Rabais, remises et retours',6,1,0,4,0,'revenue-deduction',0,'Discounts, price reductions, returns; no sub-accounts, so tag each posting internal or external',1);
INSERT INTO account VALUES(88,'558',NULL,'Thu nhập khác','Other income (financial and other)','Autres produits (financiers et divers)',5,2,0,0,0,'other-income',0,'One account for 515 and 711 of the enterprise charts',1);
INSERT INTO account VALUES(89,'611',NULL,'Giá vốn hàng bán của giao dịch bên ngoài','Cost of external transactions','Coût des opérations externes',7,1,0,2,0,'cost-external',0,NULL,1);
INSERT INTO account VALUES(90,'6111',89,'Giá vốn hàng hóa','Cost of merchandise','Coût des marchandises',7,1,0,2,0,NULL,0,NULL,1);
INSERT INTO account VALUES(91,'6112',89,'Giá vốn sản phẩm','Cost of products','Coût des produits',7,1,0,2,0,NULL,0,NULL,1);
INSERT INTO account VALUES(92,'6113',89,'Giá vốn cung cấp dịch vụ','Cost of services','Coût des services',7,1,0,2,0,NULL,0,NULL,1);
INSERT INTO account VALUES(93,'6118',89,'Giá vốn khác','Other cost of sales','Autres coûts',7,1,0,2,0,NULL,0,NULL,1);
INSERT INTO account VALUES(94,'612',NULL,'Chi phí của giao dịch nội bộ','Cost of internal transactions','Coût des opérations internes',7,1,0,1,0,'cost-internal',0,NULL,1);
INSERT INTO account VALUES(95,'6121',94,'Giá vốn sản phẩm, vật tư','Internal cost - products and materials','Coût des produits vendus aux membres',7,1,0,1,0,NULL,0,NULL,1);
INSERT INTO account VALUES(96,'6122',94,'Giá vốn cung cấp dịch vụ','Internal cost - services','Coût des services aux membres',7,1,0,1,0,NULL,0,NULL,1);
INSERT INTO account VALUES(97,'6123',94,'Chi phí hoạt động cho vay nội bộ','Internal cost - internal lending','Charges des prêts internes',7,1,0,1,0,NULL,0,NULL,1);
INSERT INTO account VALUES(98,'6128',94,'Chi phí khác','Internal cost - other','Autres coûts internes',7,1,0,1,0,NULL,0,NULL,1);
INSERT INTO account VALUES(99,'642',NULL,'Chi phí quản lý kinh doanh','Selling and administration expenses','Frais commerciaux et d’administration',7,1,0,3,0,'shared-expense',0,'Split between external and internal by a suitable key at period end',1);
INSERT INTO account VALUES(100,'658',NULL,'Chi phí khác','Other expenses (financial and other)','Autres charges (financières et diverses)',7,1,0,0,0,'other-expense',0,'One account for 635 and 811 of the enterprise charts; bank interest',1);
INSERT INTO account VALUES(101,'659',NULL,'Chi phí thuế thu nhập doanh nghiệp','Corporate income tax expense','Charge d’impôt',7,1,0,0,0,'income-tax',0,NULL,1);
INSERT INTO account VALUES(102,'911',NULL,'Xác định kết quả kinh doanh','Income summary','Résultat (compte de clôture)',8,0,0,0,0,NULL,0,'No balance after closing',1);
INSERT INTO account VALUES(103,'9111',102,'Xác định kết quả kinh doanh từ giao dịch bên ngoài','Income summary - external (and other activities)','Résultat externe',8,0,0,2,0,'result-external',0,'Takes 511, 611, share of 642, 558, 658, 659',1);
INSERT INTO account VALUES(104,'9112',102,'Xác định kết quả kinh doanh từ giao dịch nội bộ','Income summary - internal','Résultat interne',8,0,0,1,0,'result-internal',0,'Takes 512, 612, share of 642',1);
INSERT INTO account VALUES(105,'001',NULL,'Tài sản thuê ngoài','Leased-in assets','Biens pris en location',9,1,0,0,0,NULL,0,'Value of assets under operating lease',1);
INSERT INTO account VALUES(106,'002',NULL,'Vật tư, hàng hóa, TSCĐ nhận giữ hộ, nhận gia công','Goods and fixed assets held or processed for others','Biens détenus pour compte de tiers',9,1,0,0,0,NULL,0,'Also State infrastructure that may not be recognised as the cooperative’s own',1);
INSERT INTO account VALUES(107,'003',NULL,'Hàng hóa nhận bán hộ, nhận ký gửi','Goods on consignment from others','Marchandises reçues en consignation',9,1,0,0,0,NULL,0,NULL,1);
INSERT INTO account VALUES(108,'004',NULL,'Nợ khó đòi đã xử lý','Written-off bad debts still followed','Créances irrécouvrables suivies',9,1,0,0,0,NULL,0,'Debit on write-off, credit on recovery (to 558) or final cancellation',1);
INSERT INTO account VALUES(109,'005',NULL,'Công cụ dụng cụ lâu bền đang sử dụng','Long-lived tools in use','Outillage durable en usage',9,1,0,0,0,NULL,0,'Tools used over 1 year; per place and person responsible',1);
INSERT INTO account VALUES(110,'006',NULL,'Tài sản đảm bảo khoản vay','Collateral held for member loans','Garanties reçues des membres',9,1,0,0,0,NULL,0,'Collateral given by members for internal loans',1);
INSERT INTO account VALUES(111,'007',NULL,'Ngoại tệ các loại','Foreign currencies (in original units)','Devises (en unités d’origine)',9,1,0,0,0,NULL,0,'Quantity in original currency, never converted',1);
INSERT INTO account VALUES(112,'008',NULL,'Lãi cho vay quá hạn khó có khả năng thu được','Overdue loan interest unlikely to be collected','Intérêts échus douteux',9,1,0,0,0,NULL,0,'Account heading in the text reads Lãi cho vay quá hạn chưa thu được',1);
INSERT INTO account VALUES(113,'#off-balance',NULL,'',NULL,NULL,9,0,0,0,0,NULL,1,NULL,1);
INSERT INTO account VALUES(114,'#opening',NULL,'',NULL,NULL,8,0,0,0,0,NULL,1,NULL,1);
CREATE TABLE party (
  id           INTEGER PRIMARY KEY,
  code         TEXT NOT NULL UNIQUE,
  name         TEXT NOT NULL,
  fold         TEXT NOT NULL,           -- the name for search
  kind         INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 8),
  tax_code     TEXT,
  id_number    TEXT,
  address      TEXT,
  phone        TEXT,
  bank_bin     TEXT,
  bank_account TEXT,
  act_id       INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
INSERT INTO party VALUES(1,'KH1','Thương lái Đỗ Thị Hồng','thuong lai do thi hong',1,'0101010101',NULL,NULL,'0900000001',NULL,NULL,2);
INSERT INTO party VALUES(2,'NCC1','Cửa hàng vật tư Đông Á','cua hang vat tu dong a',2,NULL,NULL,NULL,NULL,NULL,NULL,2);
INSERT INTO party VALUES(3,'NLD1','Nguyễn Thị Công','nguyen thi cong',3,NULL,NULL,NULL,NULL,NULL,NULL,2);
INSERT INTO party VALUES(4,'TV1','Trần Văn Đức','tran van duc',8,NULL,NULL,NULL,NULL,NULL,NULL,3);
INSERT INTO party VALUES(5,'TV2','Lê Thị Ánh','le thi anh',8,NULL,NULL,NULL,NULL,NULL,NULL,3);
INSERT INTO party VALUES(6,'TV3','Phạm Liên Kết','pham lien ket',8,NULL,NULL,NULL,NULL,NULL,NULL,3);
CREATE TABLE party_standing (
  id       INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  since    TEXT NOT NULL,
  internal INTEGER NOT NULL CHECK (internal IN (0, 1)),
  act_id   INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
INSERT INTO party_standing VALUES(1,4,'2024-01-02',1,3);
INSERT INTO party_standing VALUES(2,5,'2024-01-02',1,3);
CREATE TABLE item (
  id     INTEGER PRIMARY KEY,
  code   TEXT NOT NULL UNIQUE,
  name   TEXT NOT NULL,
  act_id INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
INSERT INTO item VALUES(1,'AGRI','AGRI',8);
CREATE TABLE voucher (
  id          INTEGER PRIMARY KEY,
  kind        INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 8),
  year        INTEGER NOT NULL,
  number      TEXT NOT NULL,
  sequence    INTEGER,                  -- the counter inside an automatic number
  date        TEXT NOT NULL,
  layer       INTEGER NOT NULL CHECK (layer BETWEEN 0 AND 3), -- 0 opening 1 ordinary 2 closing 3 distribution
  description TEXT NOT NULL,
  fold        TEXT NOT NULL,            -- number and description for search
  reverses_id INTEGER UNIQUE REFERENCES voucher (id),
  reason      TEXT,                     -- of a reversal
  act_id      INTEGER NOT NULL REFERENCES audit (id),
  UNIQUE (kind, year, number)
) STRICT;
INSERT INTO voucher VALUES(1,8,2024,'SDDK00001',1,'2024-01-01',0,'Opening balances','sddk00001 opening balances',NULL,NULL,4);
INSERT INTO voucher VALUES(2,1,2024,'PT00001',1,'2024-01-05',1,'Thu vốn góp của thành viên Trần Văn Đức','pt00001 thu von gop cua thanh vien tran van duc',NULL,NULL,5);
INSERT INTO voucher VALUES(3,3,2024,'BC00001',1,'2024-01-05',1,'Thu vốn góp của thành viên Lê Thị Ánh','bc00001 thu von gop cua thanh vien le thi anh',NULL,NULL,5);
INSERT INTO voucher VALUES(4,1,2024,'PT00002',2,'2024-02-05',1,'Thu vốn góp của thành viên Phạm Liên Kết','pt00002 thu von gop cua thanh vien pham lien ket',NULL,NULL,5);
INSERT INTO voucher VALUES(5,6,2024,'PN00001',1,'2024-03-01',1,'Thu mua Chè búp tươi của thành viên Trần Văn Đức','pn00001 thu mua che bup tuoi cua thanh vien tran van duc',NULL,NULL,7);
INSERT INTO voucher VALUES(6,6,2024,'PN00002',2,'2024-03-02',1,'Thu mua Chè búp tươi của thành viên Lê Thị Ánh','pn00002 thu mua che bup tuoi cua thanh vien le thi anh',NULL,NULL,7);
INSERT INTO voucher VALUES(7,1,2024,'PT00050',50,'2024-03-05',1,'Bán chè cho thương lái','pt00050 ban che cho thuong lai',NULL,NULL,8);
INSERT INTO voucher VALUES(8,5,2024,'PK00070',70,'2024-03-06',1,'Giá vốn','pk00070 gia von',NULL,NULL,8);
INSERT INTO voucher VALUES(9,5,2024,'PK00071',71,'2024-03-07',1,'Bán chịu đợt hai','pk00071 ban chiu dot hai',NULL,NULL,8);
INSERT INTO voucher VALUES(10,5,2024,'PK00072',72,'2024-03-08',1,'Giảm giá hàng bán','pk00072 giam gia hang ban',NULL,NULL,8);
INSERT INTO voucher VALUES(11,5,2024,'PK00073',73,'2024-03-08',1,'Giảm giá không nêu loại','pk00073 giam gia khong neu loai',NULL,NULL,8);
INSERT INTO voucher VALUES(12,2,2024,'PC00051',51,'2024-04-01',1,'Chi văn phòng phẩm','pc00051 chi van phong pham',NULL,NULL,8);
INSERT INTO voucher VALUES(13,2,2024,'PC00052',52,'2024-04-02',1,'Chi quá quỹ rồi bù','pc00052 chi qua quy roi bu',NULL,NULL,8);
INSERT INTO voucher VALUES(14,1,2024,'PT00053',53,'2024-04-04',1,'Rút tiền nộp quỹ','pt00053 rut tien nop quy',NULL,NULL,8);
INSERT INTO voucher VALUES(15,5,2024,'7/BK',NULL,'2024-05-01',1,'Vay vốn quỹ hỗ trợ','7/bk vay von quy ho tro',NULL,NULL,8);
INSERT INTO voucher VALUES(16,5,2024,'PK00080',80,'2024-05-02',1,'Thuê máy làm đất','pk00080 thue may lam dat',NULL,NULL,8);
INSERT INTO voucher VALUES(17,5,2024,'PK00090',90,'2024-05-05',1,'Nhập nhầm đợt hai','pk00090 nhap nham dot hai',9,'Nhập nhầm đợt hai',9);
INSERT INTO voucher VALUES(18,5,2024,'PK00091',91,'2024-05-06',1,'Nêu lại loại giao dịch','pk00091 neu lai loai giao dich',11,'Nêu lại loại giao dịch',9);
INSERT INTO voucher VALUES(19,5,2024,'PK00092',92,'2024-12-31',2,'Kết chuyển cuối năm 2024','pk00092 ket chuyen cuoi nam 2024',NULL,NULL,10);
INSERT INTO voucher VALUES(20,1,2025,'PT00001',1,'2025-01-05',1,'Đồng chí Hải trả nợ','pt00001 dong chi hai tra no',NULL,NULL,12);
INSERT INTO voucher VALUES(21,5,2025,'PK00002',2,'2025-02-05',1,'Giảm giá không nêu loại','pk00002 giam gia khong neu loai',NULL,NULL,12);
INSERT INTO voucher VALUES(22,2,2025,'PC00003',3,'2025-02-06',1,'Nộp tiền vào ngân hàng','pc00003 nop tien vao ngan hang',NULL,NULL,12);
CREATE TABLE voucher_row (
  id              INTEGER PRIMARY KEY,
  voucher_id      INTEGER NOT NULL REFERENCES voucher (id),
  date            TEXT NOT NULL,
  month           INTEGER NOT NULL,     -- year × 100 + month
  layer           INTEGER NOT NULL,
  debit_id        INTEGER NOT NULL REFERENCES account (id),
  credit_id       INTEGER NOT NULL REFERENCES account (id),
  amount          INTEGER NOT NULL CHECK (amount <> 0),
  scope           INTEGER NOT NULL CHECK (scope BETWEEN 0 AND 2), -- 0 none 1 internal 2 external
  debit_party_id  INTEGER REFERENCES party (id),
  credit_party_id INTEGER REFERENCES party (id),
  debit_item_id   INTEGER REFERENCES item (id),
  credit_item_id  INTEGER REFERENCES item (id),
  description     TEXT NOT NULL,
  due             TEXT,
  memo            TEXT,
  document        TEXT,
  document_date   TEXT,
  product         TEXT,
  quantity        INTEGER,              -- thousandths
  season          TEXT,
  plan            TEXT,
  act_id          INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
INSERT INTO voucher_row VALUES(1,1,'2024-01-01',202401,0,2,114,5000000,0,NULL,NULL,NULL,NULL,'Opening balances',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,4);
INSERT INTO voucher_row VALUES(2,1,'2024-01-01',202401,0,5,114,20000000,0,NULL,NULL,NULL,NULL,'Opening balances',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,4);
INSERT INTO voucher_row VALUES(3,1,'2024-01-01',202401,0,10,114,3000000,2,1,NULL,NULL,NULL,'Opening balances',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,4);
INSERT INTO voucher_row VALUES(4,1,'2024-01-01',202401,0,114,69,28000000,0,NULL,NULL,NULL,NULL,'Opening balances',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,4);
INSERT INTO voucher_row VALUES(5,2,'2024-01-05',202401,1,2,68,5000000,1,NULL,4,NULL,NULL,'Thu vốn góp của thành viên Trần Văn Đức',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,5);
INSERT INTO voucher_row VALUES(6,3,'2024-01-05',202401,1,5,68,4000000,1,NULL,5,NULL,NULL,'Thu vốn góp của thành viên Lê Thị Ánh',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,5);
INSERT INTO voucher_row VALUES(7,4,'2024-02-05',202402,1,2,68,2000000,2,NULL,6,NULL,NULL,'Thu vốn góp của thành viên Phạm Liên Kết',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,5);
INSERT INTO voucher_row VALUES(8,5,'2024-03-01',202403,1,27,45,800000,1,NULL,4,NULL,NULL,'Thu mua Chè búp tươi của thành viên Trần Văn Đức',NULL,NULL,NULL,NULL,'CHE',100000,NULL,NULL,7);
INSERT INTO voucher_row VALUES(9,6,'2024-03-02',202403,1,27,45,400000,1,NULL,5,NULL,NULL,'Thu mua Chè búp tươi của thành viên Lê Thị Ánh',NULL,NULL,NULL,NULL,'CHE',50000,NULL,NULL,7);
INSERT INTO voucher_row VALUES(10,7,'2024-03-05',202403,1,2,79,4000000,2,NULL,NULL,NULL,NULL,'Bán chè cho thương lái',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,8);
INSERT INTO voucher_row VALUES(11,8,'2024-03-06',202403,1,91,27,1200000,2,NULL,NULL,NULL,NULL,'Giá vốn',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,8);
INSERT INTO voucher_row VALUES(12,9,'2024-03-07',202403,1,10,79,2000000,2,1,NULL,NULL,NULL,'Bán chịu đợt hai',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,8);
INSERT INTO voucher_row VALUES(13,10,'2024-03-08',202403,1,87,10,100000,2,NULL,1,NULL,NULL,'Giảm giá hàng bán',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,8);
INSERT INTO voucher_row VALUES(14,11,'2024-03-08',202403,1,87,2,50000,0,NULL,NULL,NULL,NULL,'Giảm giá không nêu loại',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,8);
INSERT INTO voucher_row VALUES(15,12,'2024-04-01',202404,1,99,2,300000,0,NULL,NULL,NULL,NULL,'Chi văn phòng phẩm',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,8);
INSERT INTO voucher_row VALUES(16,13,'2024-04-02',202404,1,99,2,90000000,0,NULL,NULL,NULL,NULL,'Chi quá quỹ rồi bù',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,8);
INSERT INTO voucher_row VALUES(17,14,'2024-04-04',202404,1,2,69,80000000,0,NULL,NULL,NULL,NULL,'Rút tiền nộp quỹ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,8);
INSERT INTO voucher_row VALUES(18,15,'2024-05-01',202405,1,5,61,10000000,2,NULL,2,1,NULL,'Vay vốn quỹ hỗ trợ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,8);
INSERT INTO voucher_row VALUES(19,16,'2024-05-02',202405,1,26,45,500000,1,NULL,2,NULL,NULL,'Thuê máy làm đất',NULL,'làm cho thành viên',NULL,NULL,NULL,NULL,NULL,NULL,8);
INSERT INTO voucher_row VALUES(20,17,'2024-05-05',202405,1,10,79,-2000000,2,1,NULL,NULL,NULL,'Nhập nhầm đợt hai',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,9);
INSERT INTO voucher_row VALUES(21,18,'2024-05-06',202405,1,87,2,-50000,0,NULL,NULL,NULL,NULL,'Nêu lại loại giao dịch',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,9);
INSERT INTO voucher_row VALUES(22,19,'2024-12-31',202412,2,79,87,100000,2,NULL,NULL,NULL,NULL,'Kết chuyển các khoản giảm trừ doanh thu',NULL,'key=revenue',NULL,NULL,NULL,NULL,NULL,NULL,10);
INSERT INTO voucher_row VALUES(23,19,'2024-12-31',202412,2,79,103,3900000,2,NULL,NULL,NULL,NULL,'Kết chuyển doanh thu',NULL,'key=revenue',NULL,NULL,NULL,NULL,NULL,NULL,10);
INSERT INTO voucher_row VALUES(24,19,'2024-12-31',202412,2,103,91,1200000,2,NULL,NULL,NULL,NULL,'Kết chuyển giá vốn, chi phí',NULL,'key=revenue',NULL,NULL,NULL,NULL,NULL,NULL,10);
INSERT INTO voucher_row VALUES(25,19,'2024-12-31',202412,2,103,99,90300000,2,NULL,NULL,NULL,NULL,'Kết chuyển chi phí quản lý kinh doanh',NULL,'key=revenue',NULL,NULL,NULL,NULL,NULL,NULL,10);
INSERT INTO voucher_row VALUES(26,19,'2024-12-31',202412,2,72,103,87600000,2,NULL,NULL,NULL,NULL,'Kết chuyển lợi nhuận sau thuế',NULL,'key=revenue',NULL,NULL,NULL,NULL,NULL,NULL,10);
INSERT INTO voucher_row VALUES(27,20,'2025-01-05',202501,1,2,10,1500000,2,NULL,1,NULL,NULL,'Đồng chí Hải trả nợ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,12);
INSERT INTO voucher_row VALUES(28,21,'2025-02-05',202502,1,87,2,70000,0,NULL,NULL,NULL,NULL,'Giảm giá không nêu loại',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,12);
INSERT INTO voucher_row VALUES(29,22,'2025-02-06',202502,1,5,2,500000,0,NULL,NULL,NULL,NULL,'Nộp tiền vào ngân hàng',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,12);
CREATE TABLE invoice (
  id          INTEGER PRIMARY KEY,
  voucher_id  INTEGER NOT NULL REFERENCES voucher (id),
  direction   INTEGER NOT NULL CHECK (direction IN (1, 2)), -- 1 in 2 out
  number      TEXT NOT NULL,
  date        TEXT NOT NULL,
  form        TEXT,
  serial      TEXT,
  party_id    INTEGER REFERENCES party (id),
  seller_name TEXT,
  tax_code    TEXT,
  base        INTEGER NOT NULL,
  rate        INTEGER NOT NULL,         -- percent; -1 not taxable, -2 not declared
  vat         INTEGER NOT NULL,
  deductible  INTEGER NOT NULL CHECK (deductible IN (0, 1)),
  act_id      INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE TABLE period_lock (
  id     INTEGER PRIMARY KEY,
  until  TEXT NOT NULL,
  reason TEXT,
  act_id INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
INSERT INTO period_lock VALUES(1,'2024-12-31',NULL,11);
CREATE TABLE closing_event (
  id        INTEGER PRIMARY KEY,
  year      INTEGER NOT NULL,
  closed    INTEGER NOT NULL CHECK (closed IN (0, 1)),
  key       TEXT,
  tax_key   TEXT,
  reason    TEXT,
  act_id    INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
INSERT INTO closing_event VALUES(1,2024,1,'revenue','external',NULL,10);
CREATE TABLE total_pair (
  month     INTEGER NOT NULL,
  layer     INTEGER NOT NULL,
  debit_id  INTEGER NOT NULL,
  credit_id INTEGER NOT NULL,
  scope     INTEGER NOT NULL,
  amount    INTEGER NOT NULL,
  PRIMARY KEY (month, layer, debit_id, credit_id, scope)
) STRICT, WITHOUT ROWID;
INSERT INTO total_pair VALUES(202401,0,2,114,0,5000000);
INSERT INTO total_pair VALUES(202401,0,5,114,0,20000000);
INSERT INTO total_pair VALUES(202401,0,10,114,2,3000000);
INSERT INTO total_pair VALUES(202401,0,114,69,0,28000000);
INSERT INTO total_pair VALUES(202401,1,2,68,1,5000000);
INSERT INTO total_pair VALUES(202401,1,5,68,1,4000000);
INSERT INTO total_pair VALUES(202402,1,2,68,2,2000000);
INSERT INTO total_pair VALUES(202403,1,2,79,2,4000000);
INSERT INTO total_pair VALUES(202403,1,10,79,2,2000000);
INSERT INTO total_pair VALUES(202403,1,27,45,1,1200000);
INSERT INTO total_pair VALUES(202403,1,87,2,0,50000);
INSERT INTO total_pair VALUES(202403,1,87,10,2,100000);
INSERT INTO total_pair VALUES(202403,1,91,27,2,1200000);
INSERT INTO total_pair VALUES(202404,1,2,69,0,80000000);
INSERT INTO total_pair VALUES(202404,1,99,2,0,90300000);
INSERT INTO total_pair VALUES(202405,1,5,61,2,10000000);
INSERT INTO total_pair VALUES(202405,1,10,79,2,-2000000);
INSERT INTO total_pair VALUES(202405,1,26,45,1,500000);
INSERT INTO total_pair VALUES(202405,1,87,2,0,-50000);
INSERT INTO total_pair VALUES(202412,2,72,103,2,87600000);
INSERT INTO total_pair VALUES(202412,2,79,87,2,100000);
INSERT INTO total_pair VALUES(202412,2,79,103,2,3900000);
INSERT INTO total_pair VALUES(202412,2,103,91,2,1200000);
INSERT INTO total_pair VALUES(202412,2,103,99,2,90300000);
INSERT INTO total_pair VALUES(202501,1,2,10,2,1500000);
INSERT INTO total_pair VALUES(202502,1,5,2,0,500000);
INSERT INTO total_pair VALUES(202502,1,87,2,0,70000);
CREATE TABLE total_detail (
  account_id INTEGER NOT NULL,
  party_id   INTEGER NOT NULL,
  item_id    INTEGER NOT NULL,
  month      INTEGER NOT NULL,
  layer      INTEGER NOT NULL,
  debit      INTEGER NOT NULL,
  credit     INTEGER NOT NULL,
  PRIMARY KEY (account_id, party_id, item_id, month, layer)
) STRICT, WITHOUT ROWID;
INSERT INTO total_detail VALUES(5,0,1,202405,1,10000000,0);
INSERT INTO total_detail VALUES(10,1,0,202401,0,3000000,0);
INSERT INTO total_detail VALUES(10,1,0,202403,1,2000000,100000);
INSERT INTO total_detail VALUES(10,1,0,202405,1,-2000000,0);
INSERT INTO total_detail VALUES(10,1,0,202501,1,0,1500000);
INSERT INTO total_detail VALUES(45,2,0,202405,1,0,500000);
INSERT INTO total_detail VALUES(45,4,0,202403,1,0,800000);
INSERT INTO total_detail VALUES(45,5,0,202403,1,0,400000);
INSERT INTO total_detail VALUES(61,2,0,202405,1,0,10000000);
INSERT INTO total_detail VALUES(68,4,0,202401,1,0,5000000);
INSERT INTO total_detail VALUES(68,5,0,202401,1,0,4000000);
INSERT INTO total_detail VALUES(68,6,0,202402,1,0,2000000);
CREATE TABLE ledger_state (
  id     INTEGER PRIMARY KEY CHECK (id = 1),
  volume INTEGER NOT NULL,
  bulk   INTEGER NOT NULL,
  CONSTRAINT totals_have_18_digits CHECK (volume <= 999999999999999999)
) STRICT;
INSERT INTO ledger_state VALUES(1,443570000,0);
CREATE TABLE member (
  id          INTEGER PRIMARY KEY,
  party_id    INTEGER NOT NULL UNIQUE REFERENCES party (id),
  birth       TEXT,
  gender      TEXT,
  nationality TEXT,
  represents  TEXT,
  hamlet      TEXT,
  act_id      INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
INSERT INTO member VALUES(1,4,NULL,NULL,NULL,NULL,NULL,3);
INSERT INTO member VALUES(2,5,NULL,NULL,NULL,NULL,NULL,3);
INSERT INTO member VALUES(3,6,NULL,NULL,NULL,NULL,NULL,3);
CREATE TABLE membership_event (
  id       INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  date     TEXT NOT NULL,
  event    INTEGER NOT NULL CHECK (event BETWEEN 1 AND 7),
  value    TEXT,
  document TEXT,
  act_id   INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
INSERT INTO membership_event VALUES(1,4,'2024-01-02',1,'official',NULL,3);
INSERT INTO membership_event VALUES(2,4,'2024-01-02',3,NULL,NULL,3);
INSERT INTO membership_event VALUES(3,5,'2024-01-02',1,'official',NULL,3);
INSERT INTO membership_event VALUES(4,5,'2024-01-02',3,NULL,NULL,3);
INSERT INTO membership_event VALUES(5,6,'2024-02-01',1,'associate-contributing',NULL,3);
INSERT INTO membership_event VALUES(6,6,'2024-02-01',3,NULL,NULL,3);
CREATE TABLE capital_event (
  id          INTEGER PRIMARY KEY,
  party_id    INTEGER NOT NULL REFERENCES party (id),
  date        TEXT NOT NULL,
  event       INTEGER NOT NULL CHECK (event BETWEEN 1 AND 7),
  amount      INTEGER NOT NULL CHECK (amount > 0),
  to_party_id INTEGER REFERENCES party (id),
  form        INTEGER NOT NULL CHECK (form IN (0, 1)), -- 0 cash 1 bank
  account_id  INTEGER REFERENCES account (id),         -- of what is paid in kind
  description TEXT,
  reverses_id INTEGER UNIQUE REFERENCES capital_event (id),
  voucher_id  INTEGER REFERENCES voucher (id), -- NULL: not posted
  act_id      INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
INSERT INTO capital_event VALUES(1,4,'2024-01-05',1,5000000,NULL,0,NULL,NULL,NULL,NULL,5);
INSERT INTO capital_event VALUES(2,4,'2024-01-05',3,5000000,NULL,0,NULL,NULL,NULL,2,5);
INSERT INTO capital_event VALUES(3,5,'2024-01-05',1,4000000,NULL,0,NULL,NULL,NULL,NULL,5);
INSERT INTO capital_event VALUES(4,5,'2024-01-05',3,4000000,NULL,1,NULL,NULL,NULL,3,5);
INSERT INTO capital_event VALUES(5,6,'2024-02-05',1,2000000,NULL,0,NULL,NULL,NULL,NULL,5);
INSERT INTO capital_event VALUES(6,6,'2024-02-05',3,2000000,NULL,0,NULL,NULL,NULL,4,5);
CREATE TABLE product (
  id                 INTEGER PRIMARY KEY,
  code               TEXT NOT NULL UNIQUE,
  name               TEXT NOT NULL,
  unit               TEXT NOT NULL,
  kind               INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
  price              INTEGER,
  vat_rate           INTEGER,            -- millionths; NULL: not taxable
  stock_account_id   INTEGER REFERENCES account (id),
  revenue_account_id INTEGER REFERENCES account (id),
  cost_account_id    INTEGER REFERENCES account (id),
  cost               INTEGER,
  act_id             INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
INSERT INTO product VALUES(1,'CHE','Chè búp tươi','kg',1,8000000000,NULL,NULL,NULL,NULL,NULL,6);
INSERT INTO product VALUES(2,'PHAN','Phân bón','kg',2,12000000000,NULL,NULL,NULL,NULL,NULL,6);
CREATE TABLE delivery (
  id          INTEGER PRIMARY KEY,
  party_id    INTEGER NOT NULL REFERENCES party (id),
  product_id  INTEGER NOT NULL REFERENCES product (id),
  date        TEXT NOT NULL,
  quantity    INTEGER NOT NULL,          -- thousandths
  price       INTEGER,                   -- millionths
  amount      INTEGER NOT NULL,
  lot         TEXT,
  gross       INTEGER,
  moisture    INTEGER,
  impurity    INTEGER,
  scope       INTEGER NOT NULL,          -- 1 internal 2 external, by the member's standing on the day
  reverses_id INTEGER UNIQUE REFERENCES delivery (id),
  voucher_id  INTEGER REFERENCES voucher (id),
  act_id      INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
INSERT INTO delivery VALUES(1,4,1,'2024-03-01',100000,8000000000,800000,NULL,NULL,NULL,NULL,1,NULL,5,7);
INSERT INTO delivery VALUES(2,5,1,'2024-03-02',50000,8000000000,400000,NULL,NULL,NULL,NULL,1,NULL,6,7);
CREATE TABLE supply (
  id          INTEGER PRIMARY KEY,
  party_id    INTEGER NOT NULL REFERENCES party (id),
  product_id  INTEGER NOT NULL REFERENCES product (id),
  date        TEXT NOT NULL,
  quantity    INTEGER NOT NULL,
  price       INTEGER,
  amount      INTEGER NOT NULL,          -- without VAT
  vat         INTEGER NOT NULL,
  cost        INTEGER,
  scope       INTEGER NOT NULL,
  reverses_id INTEGER UNIQUE REFERENCES supply (id),
  voucher_id  INTEGER REFERENCES voucher (id),
  act_id      INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE TABLE labour (
  id          INTEGER PRIMARY KEY,
  party_id    INTEGER NOT NULL REFERENCES party (id),
  date        TEXT NOT NULL,
  work        TEXT,
  days        INTEGER,                   -- thousandths
  rate        INTEGER,                   -- millionths of money per day
  amount      INTEGER NOT NULL,
  account_id  INTEGER NOT NULL REFERENCES account (id),
  tax         INTEGER NOT NULL DEFAULT 0,
  insurance   INTEGER NOT NULL DEFAULT 0,
  reverses_id INTEGER UNIQUE REFERENCES labour (id),
  voucher_id  INTEGER REFERENCES voucher (id),
  act_id      INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE TABLE comparative (
  id     INTEGER PRIMARY KEY,
  year   INTEGER NOT NULL,
  form   TEXT NOT NULL,
  line   TEXT NOT NULL,
  amount INTEGER NOT NULL,
  act_id INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE TABLE plan (
  id     INTEGER PRIMARY KEY,
  year   INTEGER NOT NULL,
  text   TEXT NOT NULL,                  -- the plan as a key file, defaults written out
  act_id INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE TABLE plan_approval (
  id            INTEGER PRIMARY KEY,
  plan_id       INTEGER NOT NULL REFERENCES plan (id),
  year          INTEGER NOT NULL,
  resolution    TEXT NOT NULL,
  date          TEXT NOT NULL,
  quorum        TEXT,
  votes         TEXT,
  inputs        TEXT NOT NULL,
  hash          TEXT NOT NULL,           -- SHA-256 of plan, law and inputs
  rounding_unit INTEGER NOT NULL,
  act_id        INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE TABLE plan_step (
  id          INTEGER PRIMARY KEY,
  approval_id INTEGER NOT NULL REFERENCES plan_approval (id),
  position    INTEGER NOT NULL,
  name        TEXT NOT NULL,
  internal    INTEGER NOT NULL,
  external    INTEGER NOT NULL,
  act_id      INTEGER NOT NULL REFERENCES audit (id),
  UNIQUE (approval_id, position)
) STRICT;
CREATE TABLE plan_side (
  id           INTEGER PRIMARY KEY,
  approval_id  INTEGER NOT NULL REFERENCES plan_approval (id),
  side         INTEGER NOT NULL CHECK (side IN (0, 1)),
  taken_over   INTEGER NOT NULL,
  profit       INTEGER NOT NULL,         -- the bases of the common fund and the law's floor on each
  income       INTEGER NOT NULL,
  profit_floor INTEGER NOT NULL,
  income_floor INTEGER NOT NULL,
  common_fund  INTEGER NOT NULL,
  act_id       INTEGER NOT NULL REFERENCES audit (id),
  UNIQUE (approval_id, side)
) STRICT;
CREATE TABLE plan_pool (
  id            INTEGER PRIMARY KEY,
  approval_id   INTEGER NOT NULL REFERENCES plan_approval (id),
  side          INTEGER NOT NULL CHECK (side IN (0, 1)),
  pool          INTEGER NOT NULL CHECK (pool BETWEEN 0 AND 3),
  amount        INTEGER NOT NULL,
  undistributed INTEGER NOT NULL,
  units         INTEGER NOT NULL,
  spare_units   INTEGER NOT NULL,
  weight        TEXT NOT NULL,
  sharers       INTEGER NOT NULL,
  act_id        INTEGER NOT NULL REFERENCES audit (id),
  UNIQUE (approval_id, side, pool)
) STRICT;
CREATE TABLE plan_share (
  id          INTEGER PRIMARY KEY,
  approval_id INTEGER NOT NULL REFERENCES plan_approval (id),
  party_id    INTEGER NOT NULL REFERENCES party (id),
  side        INTEGER NOT NULL CHECK (side IN (0, 1)),
  pool        INTEGER NOT NULL CHECK (pool BETWEEN 0 AND 3),
  weight      TEXT NOT NULL,
  whole       INTEGER NOT NULL,
  remainder   TEXT NOT NULL,
  rank        INTEGER NOT NULL,
  extra       INTEGER NOT NULL CHECK (extra IN (0, 1)),
  amount      INTEGER NOT NULL CHECK (amount >= 0),
  act_id      INTEGER NOT NULL REFERENCES audit (id),
  UNIQUE (approval_id, party_id, side, pool)
) STRICT;
CREATE TABLE plan_posting (
  id          INTEGER PRIMARY KEY,
  approval_id INTEGER NOT NULL REFERENCES plan_approval (id),
  voucher_id  INTEGER NOT NULL UNIQUE REFERENCES voucher (id),
  act_id      INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE TABLE payout_batch (
  id         INTEGER PRIMARY KEY,
  posting_id INTEGER NOT NULL REFERENCES plan_posting (id),
  year       INTEGER NOT NULL,
  method     INTEGER NOT NULL CHECK (method IN (1, 2)),
  date       TEXT NOT NULL,
  minimum    INTEGER NOT NULL,
  act_id     INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE TABLE payout_line (
  id         INTEGER PRIMARY KEY,
  batch_id   INTEGER NOT NULL REFERENCES payout_batch (id),
  party_id   INTEGER NOT NULL REFERENCES party (id),
  amount     INTEGER NOT NULL CHECK (amount > 0),
  voucher_id INTEGER NOT NULL UNIQUE REFERENCES voucher (id),
  act_id     INTEGER NOT NULL REFERENCES audit (id),
  UNIQUE (batch_id, party_id)
) STRICT;
CREATE TRIGGER audit_one_at_a_time BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE id = (SELECT max (id) FROM audit) AND hash = '')
BEGIN SELECT RAISE (ABORT, 'act-still-open'); END;
CREATE TRIGGER audit_sealed BEFORE UPDATE ON audit WHEN OLD.hash <> ''
BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit
BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE INDEX setting_key ON setting (key, id);
CREATE INDEX data_file_name ON data_file (name, id);
CREATE INDEX account_parent ON account (parent_id);
CREATE INDEX party_fold ON party (fold);
CREATE INDEX party_standing_day ON party_standing (party_id, since, id);
CREATE INDEX voucher_day ON voucher (date, id);
CREATE INDEX voucher_sequence ON voucher (kind, year, sequence) WHERE sequence IS NOT NULL;
CREATE INDEX voucher_row_voucher ON voucher_row (voucher_id);
CREATE INDEX voucher_row_debit ON voucher_row (debit_id, date, id);
CREATE INDEX voucher_row_credit ON voucher_row (credit_id, date, id);
CREATE INDEX voucher_row_debit_party ON voucher_row (debit_party_id, date) WHERE debit_party_id IS NOT NULL;
CREATE INDEX voucher_row_credit_party ON voucher_row (credit_party_id, date) WHERE credit_party_id IS NOT NULL;
CREATE INDEX voucher_row_plan ON voucher_row (plan) WHERE plan IS NOT NULL;
CREATE INDEX invoice_voucher ON invoice (voucher_id);
CREATE INDEX closing_event_year ON closing_event (year, id);
CREATE INDEX total_detail_party ON total_detail (party_id, account_id);
CREATE TRIGGER ledger_state_kept BEFORE DELETE ON ledger_state
BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE VIEW journal_row AS
SELECT v.id AS voucher_id, r.id AS row_id, v.number, v.date, v.kind, v.layer, r.description,
       CASE d.hidden WHEN 1 THEN '' ELSE d.code END AS debit, CASE c.hidden WHEN 1 THEN '' ELSE c.code END AS credit,
       r.amount, dp.code AS debit_party, cp.code AS credit_party, di.code AS debit_item, ci.code AS credit_item,
       r.scope, r.due, r.memo, r.document, r.document_date, r.product, coalesce (r.quantity, 0) AS quantity, r.season, r.plan,
       coalesce (v.reverses_id, 0) AS reverses_id, o.kind AS reverses_kind, o.number AS reverses_number,
       r.debit_id, r.credit_id, v.fold
  FROM voucher v JOIN voucher_row r ON r.voucher_id = v.id
  JOIN account d ON d.id = r.debit_id JOIN account c ON c.id = r.credit_id
  LEFT JOIN party dp ON dp.id = r.debit_party_id LEFT JOIN party cp ON cp.id = r.credit_party_id
  LEFT JOIN item di ON di.id = r.debit_item_id LEFT JOIN item ci ON ci.id = r.credit_item_id
  LEFT JOIN voucher o ON o.id = v.reverses_id;
CREATE TRIGGER ledger_state_settled BEFORE UPDATE OF hash ON audit
WHEN (SELECT bulk FROM ledger_state) <> 0
BEGIN SELECT RAISE (ABORT, 'totals-not-refilled'); END;
CREATE TRIGGER voucher_guard BEFORE INSERT ON voucher
BEGIN
  SELECT RAISE (ABORT, 'period-locked')
   WHERE NEW.date <= (SELECT until FROM period_lock ORDER BY id DESC LIMIT 1);
  SELECT RAISE (ABORT, 'year-closed')
   WHERE NEW.layer IN (0, 1)
     AND (SELECT closed FROM closing_event WHERE year = NEW.year ORDER BY id DESC LIMIT 1) = 1;
  SELECT RAISE (ABORT, 'bad-date')
   WHERE NEW.date NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date (NEW.date, '+0 days') IS NOT NEW.date
      OR NEW.year <> CAST (substr (NEW.date, 1, 4) AS INTEGER) OR NEW.year NOT BETWEEN 1900 AND 2999;
  SELECT RAISE (ABORT, 'opening-out-of-place') WHERE (NEW.layer = 0) <> (NEW.kind = 8);
  SELECT RAISE (ABORT, 'reversal-differs-from-original')
   WHERE NEW.reverses_id IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM voucher WHERE id = NEW.reverses_id AND layer = NEW.layer AND reverses_id IS NULL);
END;
CREATE TRIGGER voucher_row_guard BEFORE INSERT ON voucher_row
BEGIN
  SELECT CASE
    WHEN v.date <> NEW.date OR v.layer <> NEW.layer OR v.act_id <> NEW.act_id
      OR NEW.month <> CAST (substr (NEW.date, 1, 4) || substr (NEW.date, 6, 2) AS INTEGER)
      THEN RAISE (ABORT, 'row-differs-from-voucher')
    WHEN NEW.amount < 0 AND v.reverses_id IS NULL THEN RAISE (ABORT, 'negative-amount')
    WHEN d.needs = 2 AND NEW.debit_party_id IS NULL OR c.needs = 2 AND NEW.credit_party_id IS NULL
      OR d.needs = 3 AND NEW.debit_item_id IS NULL OR c.needs = 3 AND NEW.credit_item_id IS NULL
      OR d.needs = 4 AND coalesce (NEW.debit_party_id, NEW.debit_item_id) IS NULL
      OR c.needs = 4 AND coalesce (NEW.credit_party_id, NEW.credit_item_id) IS NULL
      OR d.needs = 5 AND (NEW.debit_party_id IS NULL OR NEW.debit_item_id IS NULL)
      OR c.needs = 5 AND (NEW.credit_party_id IS NULL OR NEW.credit_item_id IS NULL)
      THEN RAISE (ABORT, 'missing-party')
    WHEN (d.scope IN (1, 2) OR c.scope IN (1, 2))
      AND NOT (d.scope IN (1, 2) AND d.scope = NEW.scope OR c.scope IN (1, 2) AND c.scope = NEW.scope)
      THEN RAISE (ABORT, 'scope-against-account')
    WHEN (d.type = 9) <> (c.type = 9) OR d.type = 9 AND d.hidden = c.hidden
      THEN RAISE (ABORT, 'off-balance-with-balance')
    WHEN (d.hidden = 1 AND d.type <> 9 OR c.hidden = 1 AND c.type <> 9) <> (NEW.layer = 0 AND d.type <> 9)
      THEN RAISE (ABORT, 'opening-out-of-place')
    WHEN NEW.debit_id = NEW.credit_id AND NEW.debit_party_id IS NEW.credit_party_id
      AND NEW.debit_item_id IS NEW.credit_item_id THEN RAISE (ABORT, 'same-account')
    END
    FROM voucher v, account d, account c
   WHERE v.id = NEW.voucher_id AND d.id = NEW.debit_id AND c.id = NEW.credit_id;
  SELECT RAISE (ABORT, 'posting-to-group')
   WHERE EXISTS (SELECT 1 FROM account WHERE parent_id = NEW.debit_id)
      OR EXISTS (SELECT 1 FROM account WHERE parent_id = NEW.credit_id);
END;
CREATE TRIGGER voucher_row_totals AFTER INSERT ON voucher_row
WHEN (SELECT bulk FROM ledger_state) = 0
BEGIN
  INSERT INTO total_pair VALUES (NEW.month, NEW.layer, NEW.debit_id, NEW.credit_id, NEW.scope, NEW.amount)
    ON CONFLICT DO UPDATE SET amount = amount + excluded.amount;
  INSERT INTO total_detail
    SELECT NEW.debit_id, coalesce (NEW.debit_party_id, 0), coalesce (NEW.debit_item_id, 0), NEW.month, NEW.layer, NEW.amount, 0
      FROM account WHERE id = NEW.debit_id
       AND (needs > 0 OR NEW.debit_party_id IS NOT NULL OR NEW.debit_item_id IS NOT NULL)
    ON CONFLICT DO UPDATE SET debit = debit + excluded.debit;
  INSERT INTO total_detail
    SELECT NEW.credit_id, coalesce (NEW.credit_party_id, 0), coalesce (NEW.credit_item_id, 0), NEW.month, NEW.layer, 0, NEW.amount
      FROM account WHERE id = NEW.credit_id
       AND (needs > 0 OR NEW.credit_party_id IS NOT NULL OR NEW.credit_item_id IS NOT NULL)
    ON CONFLICT DO UPDATE SET credit = credit + excluded.credit;
  UPDATE ledger_state SET volume = volume + abs (NEW.amount);
END;
CREATE VIEW party_name AS SELECT id, code, name FROM party;
CREATE VIEW voucher_name AS
  SELECT v.id, v.kind, v.number, v.date, r.id IS NOT NULL AS taken_back
    FROM voucher v LEFT JOIN voucher r ON r.reverses_id = v.id;
CREATE INDEX membership_event_day ON membership_event (party_id, date, id);
CREATE INDEX capital_event_day ON capital_event (party_id, date, id);
CREATE INDEX capital_event_to ON capital_event (to_party_id) WHERE to_party_id IS NOT NULL;
CREATE INDEX delivery_day ON delivery (party_id, date);
CREATE INDEX supply_day ON supply (party_id, date);
CREATE INDEX labour_day ON labour (party_id, date);
CREATE INDEX comparative_line ON comparative (year, form, line, id);
CREATE INDEX plan_year ON plan (year, id);
CREATE INDEX plan_approval_year ON plan_approval (year, id);
CREATE INDEX plan_posting_approval ON plan_posting (approval_id, id);
CREATE INDEX payout_batch_year ON payout_batch (year, id);
CREATE INDEX payout_line_party ON payout_line (party_id, id);
CREATE TRIGGER setting_unchanged BEFORE UPDATE ON setting BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER setting_kept BEFORE DELETE ON setting BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER setting_sealed BEFORE INSERT ON setting WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER data_file_unchanged BEFORE UPDATE ON data_file BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER data_file_kept BEFORE DELETE ON data_file BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER data_file_sealed BEFORE INSERT ON data_file WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER account_unchanged BEFORE UPDATE ON account BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER account_kept BEFORE DELETE ON account BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER account_sealed BEFORE INSERT ON account WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER party_unchanged BEFORE UPDATE ON party BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER party_kept BEFORE DELETE ON party BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER party_sealed BEFORE INSERT ON party WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER party_standing_unchanged BEFORE UPDATE ON party_standing BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER party_standing_kept BEFORE DELETE ON party_standing BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER party_standing_sealed BEFORE INSERT ON party_standing WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER item_unchanged BEFORE UPDATE ON item BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER item_kept BEFORE DELETE ON item BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER item_sealed BEFORE INSERT ON item WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER voucher_unchanged BEFORE UPDATE ON voucher BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER voucher_kept BEFORE DELETE ON voucher BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER voucher_sealed BEFORE INSERT ON voucher WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER voucher_row_unchanged BEFORE UPDATE ON voucher_row BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER voucher_row_kept BEFORE DELETE ON voucher_row BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER voucher_row_sealed BEFORE INSERT ON voucher_row WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER invoice_unchanged BEFORE UPDATE ON invoice BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER invoice_kept BEFORE DELETE ON invoice BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER invoice_sealed BEFORE INSERT ON invoice WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER period_lock_unchanged BEFORE UPDATE ON period_lock BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER period_lock_kept BEFORE DELETE ON period_lock BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER period_lock_sealed BEFORE INSERT ON period_lock WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER closing_event_unchanged BEFORE UPDATE ON closing_event BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER closing_event_kept BEFORE DELETE ON closing_event BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER closing_event_sealed BEFORE INSERT ON closing_event WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER member_unchanged BEFORE UPDATE ON member BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER member_kept BEFORE DELETE ON member BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER member_sealed BEFORE INSERT ON member WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER membership_event_unchanged BEFORE UPDATE ON membership_event BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER membership_event_kept BEFORE DELETE ON membership_event BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER membership_event_sealed BEFORE INSERT ON membership_event WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER capital_event_unchanged BEFORE UPDATE ON capital_event BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER capital_event_kept BEFORE DELETE ON capital_event BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER capital_event_sealed BEFORE INSERT ON capital_event WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER product_unchanged BEFORE UPDATE ON product BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER product_kept BEFORE DELETE ON product BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER product_sealed BEFORE INSERT ON product WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER delivery_unchanged BEFORE UPDATE ON delivery BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER delivery_kept BEFORE DELETE ON delivery BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER delivery_sealed BEFORE INSERT ON delivery WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER supply_unchanged BEFORE UPDATE ON supply BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER supply_kept BEFORE DELETE ON supply BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER supply_sealed BEFORE INSERT ON supply WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER labour_unchanged BEFORE UPDATE ON labour BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER labour_kept BEFORE DELETE ON labour BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER labour_sealed BEFORE INSERT ON labour WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER comparative_unchanged BEFORE UPDATE ON comparative BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER comparative_kept BEFORE DELETE ON comparative BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER comparative_sealed BEFORE INSERT ON comparative WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER plan_unchanged BEFORE UPDATE ON plan BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER plan_kept BEFORE DELETE ON plan BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER plan_sealed BEFORE INSERT ON plan WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER plan_approval_unchanged BEFORE UPDATE ON plan_approval BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER plan_approval_kept BEFORE DELETE ON plan_approval BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER plan_approval_sealed BEFORE INSERT ON plan_approval WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER plan_step_unchanged BEFORE UPDATE ON plan_step BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER plan_step_kept BEFORE DELETE ON plan_step BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER plan_step_sealed BEFORE INSERT ON plan_step WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER plan_side_unchanged BEFORE UPDATE ON plan_side BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER plan_side_kept BEFORE DELETE ON plan_side BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER plan_side_sealed BEFORE INSERT ON plan_side WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER plan_pool_unchanged BEFORE UPDATE ON plan_pool BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER plan_pool_kept BEFORE DELETE ON plan_pool BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER plan_pool_sealed BEFORE INSERT ON plan_pool WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER plan_share_unchanged BEFORE UPDATE ON plan_share BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER plan_share_kept BEFORE DELETE ON plan_share BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER plan_share_sealed BEFORE INSERT ON plan_share WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER plan_posting_unchanged BEFORE UPDATE ON plan_posting BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER plan_posting_kept BEFORE DELETE ON plan_posting BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER plan_posting_sealed BEFORE INSERT ON plan_posting WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER payout_batch_unchanged BEFORE UPDATE ON payout_batch BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER payout_batch_kept BEFORE DELETE ON payout_batch BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER payout_batch_sealed BEFORE INSERT ON payout_batch WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER payout_line_unchanged BEFORE UPDATE ON payout_line BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER payout_line_kept BEFORE DELETE ON payout_line BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;
CREATE TRIGGER payout_line_sealed BEFORE INSERT ON payout_line WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> '' BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
COMMIT;
PRAGMA application_id = 1397245254;
PRAGMA user_version = 1;
