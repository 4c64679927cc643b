PRAGMA application_id=1330925392;
PRAGMA user_version=3;
BEGIN TRANSACTION;
CREATE TABLE agreement (
	id INTEGER NOT NULL, 
	producer_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	valid_from DATE NOT NULL, 
	valid_to DATE, 
	term_days INTEGER NOT NULL, 
	grace_days INTEGER NOT NULL, 
	end_action VARCHAR(20) NOT NULL, 
	hold_days INTEGER NOT NULL, 
	cycle VARCHAR(20) NOT NULL, 
	min_payout BIGINT NOT NULL, 
	loss_policy VARCHAR(20) NOT NULL, 
	discount_policy VARCHAR(20) NOT NULL, 
	tax_mode VARCHAR(20) NOT NULL, 
	wht_rule VARCHAR(20) NOT NULL, number VARCHAR(20) DEFAULT '' NOT NULL, 
	CONSTRAINT pk_agreement PRIMARY KEY (id), 
	CONSTRAINT ck_agreement_terms CHECK (term_days > 0 AND grace_days >= 0 AND hold_days >= 0 AND min_payout >= 0), 
	CONSTRAINT ck_agreement_days CHECK (valid_to IS NULL OR valid_to >= valid_from), 
	CONSTRAINT fk_agreement_producer_id FOREIGN KEY(producer_id) REFERENCES producer (id), 
	CONSTRAINT uq_agreement_producer_id_version UNIQUE (producer_id, version)
);
INSERT INTO "agreement" VALUES(1,1,1,'2026-01-01',NULL,180,14,'ask',0,'monthly',0,'centre','centre','full_price','none','');
INSERT INTO "agreement" VALUES(2,2,1,'2026-01-01',NULL,180,14,'ask',0,'monthly',0,'centre','centre','full_price','none','');
CREATE TABLE agreement_rate (
	id INTEGER NOT NULL, 
	agreement_id INTEGER NOT NULL, 
	category VARCHAR(20), 
	product_id INTEGER, 
	method VARCHAR(20) NOT NULL, 
	basis_points INTEGER NOT NULL, 
	amount BIGINT NOT NULL, 
	base VARCHAR(20) NOT NULL, 
	CONSTRAINT pk_agreement_rate PRIMARY KEY (id), 
	CONSTRAINT ck_agreement_rate_rate CHECK (basis_points BETWEEN 0 AND 10000 AND amount >= 0), 
	CONSTRAINT ck_agreement_rate_one_reach CHECK (category IS NULL OR product_id IS NULL), 
	CONSTRAINT fk_agreement_rate_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id), 
	CONSTRAINT fk_agreement_rate_product_id FOREIGN KEY(product_id) REFERENCES product (id)
);
INSERT INTO "agreement_rate" VALUES(1,1,NULL,NULL,'percent',2500,0,'before_vat');
INSERT INTO "agreement_rate" VALUES(2,2,NULL,NULL,'percent',2500,0,'before_vat');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0003');
CREATE TABLE approval (
	id CHAR(32) NOT NULL, 
	permission VARCHAR(20) NOT NULL, 
	what TEXT NOT NULL, 
	bill CHAR(32), 
	asked_by INTEGER NOT NULL, 
	given_by INTEGER NOT NULL, 
	till_code VARCHAR(20) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_approval PRIMARY KEY (id), 
	CONSTRAINT ck_approval_second_person CHECK (asked_by <> given_by), 
	CONSTRAINT fk_approval_asked_by FOREIGN KEY(asked_by) REFERENCES shop_user (id), 
	CONSTRAINT fk_approval_given_by FOREIGN KEY(given_by) REFERENCES shop_user (id), 
	CONSTRAINT fk_approval_till_code FOREIGN KEY(till_code) REFERENCES till (code)
);
CREATE TABLE cash_movement (
	id CHAR(32) NOT NULL, 
	till_session_id INTEGER NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	amount BIGINT NOT NULL, 
	reason VARCHAR(300) NOT NULL, 
	user_id INTEGER NOT NULL, 
	approval_id CHAR(32), 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_cash_movement PRIMARY KEY (id), 
	CONSTRAINT ck_cash_movement_sign CHECK (amount <> 0 AND (kind = 'paid_in') = (amount > 0)), 
	CONSTRAINT ck_cash_movement_reason CHECK (reason <> ''), 
	CONSTRAINT fk_cash_movement_approval_id FOREIGN KEY(approval_id) REFERENCES approval (id), 
	CONSTRAINT fk_cash_movement_till_session_id FOREIGN KEY(till_session_id) REFERENCES till_session (id), 
	CONSTRAINT fk_cash_movement_user_id FOREIGN KEY(user_id) REFERENCES shop_user (id)
);
CREATE TABLE count_line (
	count_id CHAR(32) NOT NULL, 
	lot_id INTEGER NOT NULL, 
	bucket VARCHAR(20) NOT NULL, 
	expected BIGINT NOT NULL, 
	counted BIGINT, 
	moved BIGINT NOT NULL, 
	counted_at DATETIME, 
	counted_by INTEGER, 
	CONSTRAINT pk_count_line PRIMARY KEY (count_id, lot_id, bucket), 
	CONSTRAINT ck_count_line_counted CHECK (counted IS NULL OR counted >= 0), 
	CONSTRAINT fk_count_line_count_id FOREIGN KEY(count_id) REFERENCES count_session (id), 
	CONSTRAINT fk_count_line_counted_by FOREIGN KEY(counted_by) REFERENCES shop_user (id), 
	CONSTRAINT fk_count_line_lot_id FOREIGN KEY(lot_id) REFERENCES lot (id)
);
CREATE TABLE count_session (
	id CHAR(32) NOT NULL, 
	doc_no VARCHAR(20) NOT NULL, 
	name VARCHAR(300) NOT NULL, 
	producer_id INTEGER, 
	state VARCHAR(20) NOT NULL, 
	started_at DATETIME NOT NULL, 
	started_by INTEGER NOT NULL, 
	ended_at DATETIME, 
	ended_by INTEGER, 
	remark TEXT NOT NULL, 
	CONSTRAINT pk_count_session PRIMARY KEY (id), 
	CONSTRAINT fk_count_session_ended_by FOREIGN KEY(ended_by) REFERENCES shop_user (id), 
	CONSTRAINT fk_count_session_producer_id FOREIGN KEY(producer_id) REFERENCES producer (id), 
	CONSTRAINT fk_count_session_started_by FOREIGN KEY(started_by) REFERENCES shop_user (id), 
	CONSTRAINT uq_count_session_doc_no UNIQUE (doc_no)
);
CREATE TABLE document_series (
	owner VARCHAR(20) NOT NULL, 
	epoch INTEGER NOT NULL, 
	kind VARCHAR(10) NOT NULL, 
	year INTEGER NOT NULL, 
	last_no INTEGER NOT NULL, 
	CONSTRAINT pk_document_series PRIMARY KEY (owner, epoch, kind, year), 
	CONSTRAINT ck_document_series_counts_up CHECK (last_no > 0)
);
INSERT INTO "document_series" VALUES('CM',1,'GRN',69,3);
INSERT INTO "document_series" VALUES('CM',1,'LOT',0,3);
INSERT INTO "document_series" VALUES('CM01',1,'EVENT',0,1);
INSERT INTO "document_series" VALUES('CM01',1,'SALE',69,1);
CREATE TABLE grn (
	id CHAR(32) NOT NULL, 
	doc_no VARCHAR(20) NOT NULL, 
	state VARCHAR(10) NOT NULL, 
	producer_id INTEGER NOT NULL, 
	agreement_id INTEGER NOT NULL, 
	posted_at DATETIME NOT NULL, 
	business_date DATE NOT NULL, 
	user_id INTEGER NOT NULL, reversed_at DATETIME, reversed_by INTEGER CONSTRAINT fk_grn_reversed_by REFERENCES shop_user (id), reverse_reason VARCHAR(300) DEFAULT '' NOT NULL, 
	CONSTRAINT pk_grn PRIMARY KEY (id), 
	CONSTRAINT ck_grn_state CHECK (state IN ('draft', 'posted', 'reversed')), 
	CONSTRAINT fk_grn_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id), 
	CONSTRAINT fk_grn_producer_id FOREIGN KEY(producer_id) REFERENCES producer (id), 
	CONSTRAINT fk_grn_user_id FOREIGN KEY(user_id) REFERENCES shop_user (id), 
	CONSTRAINT uq_grn_doc_no UNIQUE (doc_no)
);
INSERT INTO "grn" VALUES('01a20833900977f9a3f322acca6e07a3','CM-G690000001','posted',1,1,'2026-11-22 07:35:00.000000','2026-11-22',2,NULL,NULL,'');
INSERT INTO "grn" VALUES('01a2083390167620a1fcbb8c7fc32a78','CM-G690000002','posted',1,1,'2026-11-22 07:35:00.000000','2026-11-22',2,NULL,NULL,'');
INSERT INTO "grn" VALUES('01a20833901b71378a37b2c91391119a','CM-G690000003','posted',2,2,'2026-11-22 07:35:00.000000','2026-11-22',2,NULL,NULL,'');
CREATE TABLE grn_line (
	grn_id CHAR(32) NOT NULL, 
	line_no INTEGER NOT NULL, 
	product_id INTEGER NOT NULL, 
	declared BIGINT NOT NULL, 
	accepted BIGINT NOT NULL, 
	rejected BIGINT NOT NULL, 
	reject_reason VARCHAR(300) NOT NULL, 
	batch VARCHAR(300) NOT NULL, 
	made_on DATE, 
	expires_on DATE, 
	price BIGINT NOT NULL, 
	due_per_unit BIGINT NOT NULL, 
	agreed_value BIGINT NOT NULL, photo_id CHAR(32) CONSTRAINT fk_grn_line_photo_id REFERENCES photo (id), 
	CONSTRAINT pk_grn_line PRIMARY KEY (grn_id, line_no), 
	CONSTRAINT ck_grn_line_reason CHECK (rejected = 0 OR reject_reason <> ''), 
	CONSTRAINT ck_grn_line_amounts CHECK (accepted >= 0 AND rejected >= 0 AND price > 0), 
	CONSTRAINT ck_grn_line_adds_up CHECK (declared = accepted + rejected), 
	CONSTRAINT fk_grn_line_grn_id FOREIGN KEY(grn_id) REFERENCES grn (id), 
	CONSTRAINT fk_grn_line_product_id FOREIGN KEY(product_id) REFERENCES product (id)
);
INSERT INTO "grn_line" VALUES('01a20833900977f9a3f322acca6e07a3',1,1,20000,20000,0,'','',NULL,NULL,107000,75000,0,NULL);
INSERT INTO "grn_line" VALUES('01a2083390167620a1fcbb8c7fc32a78',1,2,20000,20000,0,'','',NULL,NULL,42000,29439,0,NULL);
INSERT INTO "grn_line" VALUES('01a20833901b71378a37b2c91391119a',1,3,20000,20000,0,'','',NULL,NULL,18000,12617,0,NULL);
CREATE TABLE held_bill (
	id CHAR(32) NOT NULL, 
	name VARCHAR(300) NOT NULL, 
	state VARCHAR(10) NOT NULL, 
	till_code VARCHAR(20) NOT NULL, 
	user_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	total BIGINT NOT NULL, 
	line_count INTEGER NOT NULL, 
	content TEXT NOT NULL, 
	CONSTRAINT pk_held_bill PRIMARY KEY (id), 
	CONSTRAINT ck_held_bill_state CHECK (state IN ('held', 'taken')), 
	CONSTRAINT fk_held_bill_till_code FOREIGN KEY(till_code) REFERENCES till (code), 
	CONSTRAINT fk_held_bill_user_id FOREIGN KEY(user_id) REFERENCES shop_user (id)
);
CREATE TABLE import_batch (
	id CHAR(32) NOT NULL, 
	file_name VARCHAR(300) NOT NULL, 
	at DATETIME NOT NULL, 
	user_id INTEGER NOT NULL, 
	content TEXT NOT NULL, 
	undone_at DATETIME, 
	undone_by INTEGER, 
	CONSTRAINT pk_import_batch PRIMARY KEY (id), 
	CONSTRAINT fk_import_batch_undone_by FOREIGN KEY(undone_by) REFERENCES shop_user (id), 
	CONSTRAINT fk_import_batch_user_id FOREIGN KEY(user_id) REFERENCES shop_user (id)
);
CREATE TABLE label_print (
	id CHAR(32) NOT NULL, 
	lot_id INTEGER NOT NULL, 
	count INTEGER NOT NULL, 
	price BIGINT NOT NULL, 
	at DATETIME NOT NULL, 
	user_id INTEGER NOT NULL, 
	reason VARCHAR(300) NOT NULL, 
	CONSTRAINT pk_label_print PRIMARY KEY (id), 
	CONSTRAINT ck_label_print_count CHECK (count > 0), 
	CONSTRAINT fk_label_print_lot_id FOREIGN KEY(lot_id) REFERENCES lot (id), 
	CONSTRAINT fk_label_print_user_id FOREIGN KEY(user_id) REFERENCES shop_user (id)
);
CREATE TABLE lot (
	id INTEGER NOT NULL, 
	code VARCHAR(13) NOT NULL, 
	grn_id CHAR(32) NOT NULL, 
	grn_line_no INTEGER NOT NULL, 
	producer_id INTEGER NOT NULL, 
	product_id INTEGER NOT NULL, 
	agreement_id INTEGER NOT NULL, 
	batch VARCHAR(300) NOT NULL, 
	made_on DATE, 
	expires_on DATE, 
	received_on DATE NOT NULL, 
	qty_received BIGINT NOT NULL, 
	price BIGINT NOT NULL, 
	agreed_value BIGINT NOT NULL, 
	rate_method VARCHAR(20), 
	rate_basis_points INTEGER, 
	rate_amount BIGINT, 
	rate_base VARCHAR(20), photo_id CHAR(32) CONSTRAINT fk_lot_photo_id REFERENCES photo (id), 
	CONSTRAINT pk_lot PRIMARY KEY (id), 
	CONSTRAINT ck_lot_amounts CHECK (qty_received > 0 AND price > 0 AND agreed_value >= 0), 
	CONSTRAINT fk_lot_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id), 
	CONSTRAINT fk_lot_grn_id FOREIGN KEY(grn_id) REFERENCES grn (id), 
	CONSTRAINT fk_lot_producer_id FOREIGN KEY(producer_id) REFERENCES producer (id), 
	CONSTRAINT fk_lot_product_id FOREIGN KEY(product_id) REFERENCES product (id), 
	CONSTRAINT uq_lot_code UNIQUE (code), 
	CONSTRAINT uq_lot_grn_id_grn_line_no UNIQUE (grn_id, grn_line_no)
);
INSERT INTO "lot" VALUES(1,'2000000000015','01a20833900977f9a3f322acca6e07a3',1,1,1,1,'',NULL,NULL,'2026-11-22',20000,107000,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "lot" VALUES(2,'2000000000022','01a2083390167620a1fcbb8c7fc32a78',1,1,2,1,'',NULL,NULL,'2026-11-22',20000,42000,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "lot" VALUES(3,'2000000000039','01a20833901b71378a37b2c91391119a',1,2,3,2,'',NULL,NULL,'2026-11-22',20000,18000,0,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE lot_balance (
	lot_id INTEGER NOT NULL, 
	bucket VARCHAR(20) NOT NULL, 
	qty BIGINT NOT NULL, 
	CONSTRAINT pk_lot_balance PRIMARY KEY (lot_id, bucket), 
	CONSTRAINT ck_lot_balance_not_negative CHECK (qty >= 0), 
	CONSTRAINT fk_lot_balance_lot_id FOREIGN KEY(lot_id) REFERENCES lot (id)
);
INSERT INTO "lot_balance" VALUES(1,'sellable',19000);
INSERT INTO "lot_balance" VALUES(2,'sellable',20000);
INSERT INTO "lot_balance" VALUES(3,'sellable',18000);
CREATE TABLE lot_move (
	id CHAR(32) NOT NULL, 
	lot_id INTEGER NOT NULL, 
	bucket VARCHAR(20) NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	qty BIGINT NOT NULL, 
	at DATETIME NOT NULL, 
	business_date DATE NOT NULL, 
	user_id INTEGER NOT NULL, 
	document_id CHAR(32) NOT NULL, 
	line_no INTEGER NOT NULL, reverses CHAR(32), 
	CONSTRAINT pk_lot_move PRIMARY KEY (id), 
	CONSTRAINT ck_lot_move_moves_something CHECK (qty <> 0), 
	CONSTRAINT fk_lot_move_lot_id FOREIGN KEY(lot_id) REFERENCES lot (id), 
	CONSTRAINT fk_lot_move_user_id FOREIGN KEY(user_id) REFERENCES shop_user (id)
);
INSERT INTO "lot_move" VALUES('01a20833901174958b71e3fa433fbb23',1,'sellable','receive',20000,'2026-11-22 07:35:00.000000','2026-11-22',2,'01a20833900977f9a3f322acca6e07a3',1,NULL);
INSERT INTO "lot_move" VALUES('01a208339019751ebc4be159049868fd',2,'sellable','receive',20000,'2026-11-22 07:35:00.000000','2026-11-22',2,'01a2083390167620a1fcbb8c7fc32a78',1,NULL);
INSERT INTO "lot_move" VALUES('01a20833901d73a483b3840f3da5b473',3,'sellable','receive',20000,'2026-11-22 07:35:00.000000','2026-11-22',2,'01a20833901b71378a37b2c91391119a',1,NULL);
INSERT INTO "lot_move" VALUES('01a20833902e71d5956ceb812e8f5109',1,'sellable','sale',-1000,'2026-11-22 07:35:00.000000','2026-11-22',1,'01a2083390247792b9dad6898463c282',1,NULL);
INSERT INTO "lot_move" VALUES('01a20833902e71d5956ceb82ac1ea909',3,'sellable','sale',-2000,'2026-11-22 07:35:00.000000','2026-11-22',1,'01a2083390247792b9dad6898463c282',2,NULL);
CREATE TABLE lot_price (
	id CHAR(32) NOT NULL, 
	lot_id INTEGER NOT NULL, 
	price BIGINT NOT NULL, 
	"before" BIGINT NOT NULL, 
	at DATETIME NOT NULL, 
	business_date DATE NOT NULL, 
	user_id INTEGER NOT NULL, 
	reason VARCHAR(300) NOT NULL, 
	CONSTRAINT pk_lot_price PRIMARY KEY (id), 
	CONSTRAINT ck_lot_price_price CHECK (price > 0), 
	CONSTRAINT fk_lot_price_lot_id FOREIGN KEY(lot_id) REFERENCES lot (id), 
	CONSTRAINT fk_lot_price_user_id FOREIGN KEY(user_id) REFERENCES shop_user (id)
);
CREATE TABLE nightly_batch (
	batch_no INTEGER NOT NULL, 
	business_date DATE NOT NULL, 
	closed_at DATETIME NOT NULL, 
	previous_sha256 VARCHAR(64), 
	manifest_sha256 VARCHAR(64), 
	CONSTRAINT pk_nightly_batch PRIMARY KEY (batch_no), 
	CONSTRAINT ck_nightly_batch_counts_up CHECK (batch_no > 0), 
	CONSTRAINT uq_nightly_batch_business_date UNIQUE (business_date)
);
CREATE TABLE paper (
	doc_no VARCHAR(30) NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	document_id CHAR(32) NOT NULL, 
	at DATETIME NOT NULL, 
	content TEXT NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_paper PRIMARY KEY (doc_no)
);
CREATE TABLE payable (
	id CHAR(32) NOT NULL, 
	producer_id INTEGER NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	amount BIGINT NOT NULL, 
	at DATETIME NOT NULL, 
	business_date DATE NOT NULL, 
	source_id CHAR(32) NOT NULL, 
	source_line INTEGER NOT NULL, 
	source_part INTEGER NOT NULL, 
	CONSTRAINT pk_payable PRIMARY KEY (id), 
	CONSTRAINT ck_payable_kind CHECK (kind IN ('sale', 'refund', 'fee', 'adjust', 'loss_comp', 'wht', 'payout', 'payout_reversal')), 
	CONSTRAINT fk_payable_producer_id FOREIGN KEY(producer_id) REFERENCES producer (id), 
	CONSTRAINT uq_payable_source_id_source_line_source_part_kind UNIQUE (source_id, source_line, source_part, kind)
);
INSERT INTO "payable" VALUES('01a20833902e71d5956ceb7f00fc425b',1,'sale',75000,'2026-11-22 07:35:00.000000','2026-11-22','01a2083390247792b9dad6898463c282',1,1);
INSERT INTO "payable" VALUES('01a20833902e71d5956ceb80c1b43786',2,'sale',25234,'2026-11-22 07:35:00.000000','2026-11-22','01a2083390247792b9dad6898463c282',2,1);
CREATE TABLE payable_adjustment (
	id CHAR(32) NOT NULL, 
	producer_id INTEGER NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	amount BIGINT NOT NULL, 
	reason VARCHAR(300) NOT NULL, 
	user_id INTEGER NOT NULL, 
	approval_id CHAR(32), 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_payable_adjustment PRIMARY KEY (id), 
	CONSTRAINT ck_payable_adjustment_says_why CHECK (amount <> 0 AND reason <> ''), 
	CONSTRAINT fk_payable_adjustment_approval_id FOREIGN KEY(approval_id) REFERENCES approval (id), 
	CONSTRAINT fk_payable_adjustment_producer_id FOREIGN KEY(producer_id) REFERENCES producer (id), 
	CONSTRAINT fk_payable_adjustment_user_id FOREIGN KEY(user_id) REFERENCES shop_user (id)
);
CREATE TABLE payable_hold (
	id CHAR(32) NOT NULL, 
	producer_id INTEGER NOT NULL, 
	payable_id CHAR(32), 
	reason VARCHAR(300) NOT NULL, 
	placed_by INTEGER NOT NULL, 
	placed_at DATETIME NOT NULL, 
	released_by INTEGER, 
	released_at DATETIME, 
	CONSTRAINT pk_payable_hold PRIMARY KEY (id), 
	CONSTRAINT ck_payable_hold_says_why CHECK (reason <> ''), 
	CONSTRAINT fk_payable_hold_payable_id FOREIGN KEY(payable_id) REFERENCES payable (id), 
	CONSTRAINT fk_payable_hold_placed_by FOREIGN KEY(placed_by) REFERENCES shop_user (id), 
	CONSTRAINT fk_payable_hold_producer_id FOREIGN KEY(producer_id) REFERENCES producer (id), 
	CONSTRAINT fk_payable_hold_released_by FOREIGN KEY(released_by) REFERENCES shop_user (id)
);
CREATE TABLE payment (
	sale_id CHAR(32) NOT NULL, 
	pay_no INTEGER NOT NULL, 
	method VARCHAR(20) NOT NULL, 
	amount BIGINT NOT NULL, 
	tendered BIGINT NOT NULL, 
	reference VARCHAR(300) NOT NULL, 
	CONSTRAINT pk_payment PRIMARY KEY (sale_id, pay_no), 
	CONSTRAINT ck_payment_change CHECK (amount <= tendered), 
	CONSTRAINT fk_payment_sale_id FOREIGN KEY(sale_id) REFERENCES sale (id)
);
INSERT INTO "payment" VALUES('01a2083390247792b9dad6898463c282',1,'cash',143000,10000000,'');
CREATE TABLE payment_batch (
	id CHAR(32) NOT NULL, 
	doc_no VARCHAR(20) NOT NULL, 
	made_at DATETIME NOT NULL, 
	made_by INTEGER NOT NULL, 
	file_name VARCHAR(300) NOT NULL, 
	content TEXT NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	count INTEGER NOT NULL, 
	total BIGINT NOT NULL, 
	CONSTRAINT pk_payment_batch PRIMARY KEY (id), 
	CONSTRAINT fk_payment_batch_made_by FOREIGN KEY(made_by) REFERENCES shop_user (id), 
	CONSTRAINT uq_payment_batch_doc_no UNIQUE (doc_no)
);
CREATE TABLE photo (
	id CHAR(32) NOT NULL, 
	jpeg BLOB NOT NULL, 
	width INTEGER NOT NULL, 
	height INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_photo PRIMARY KEY (id), 
	CONSTRAINT ck_photo_size CHECK (width > 0 AND height > 0)
);
CREATE TABLE producer (
	id INTEGER NOT NULL, 
	code VARCHAR(20) NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	name_th VARCHAR(300) NOT NULL, 
	name_en VARCHAR(300) NOT NULL, 
	place_code VARCHAR(6) NOT NULL, 
	tambon_th VARCHAR(300) NOT NULL, 
	amphoe_th VARCHAR(300) NOT NULL, 
	province_th VARCHAR(300) NOT NULL, 
	tambon_en VARCHAR(300) NOT NULL, 
	amphoe_en VARCHAR(300) NOT NULL, 
	province_en VARCHAR(300) NOT NULL, 
	postcode VARCHAR(300) NOT NULL, 
	address VARCHAR(300) NOT NULL, 
	phone VARCHAR(300) NOT NULL, 
	line_id VARCHAR(300) NOT NULL, 
	tax_id VARCHAR(300) NOT NULL, 
	vat_registered BOOLEAN NOT NULL, 
	otop_no VARCHAR(300) NOT NULL, 
	stars INTEGER NOT NULL, 
	active BOOLEAN NOT NULL, 
	search TEXT NOT NULL, story_th TEXT DEFAULT '' NOT NULL, story_en TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_producer PRIMARY KEY (id), 
	CONSTRAINT ck_producer_stars CHECK (stars BETWEEN 0 AND 5), 
	CONSTRAINT uq_producer_code UNIQUE (code)
);
INSERT INTO "producer" VALUES(1,'CM-0001','community','กลุ่มทอผ้าบ้านตาล','','501601','หางดง','ฮอด','เชียงใหม่','Hang Dong','Hot','Chiang Mai','50240','','','','',0,'',0,1,'cm-0001 กลุ่มทอผ้าบ้านตาล หางดง','','');
INSERT INTO "producer" VALUES(2,'CM-0002','community','วิสาหกิจชุมชนหนองผึ้ง','','501601','หางดง','ฮอด','เชียงใหม่','Hang Dong','Hot','Chiang Mai','50240','','','','',0,'',0,1,'cm-0002 วิสาหกิจชุมชนหนองผึ้ง หางดง','','');
CREATE TABLE producer_bank (
	id INTEGER NOT NULL, 
	producer_id INTEGER NOT NULL, 
	bank VARCHAR(10) NOT NULL, 
	account VARCHAR(20) NOT NULL, 
	account_name VARCHAR(300) NOT NULL, 
	promptpay VARCHAR(20) NOT NULL, 
	entered_by INTEGER NOT NULL, 
	entered_at DATETIME NOT NULL, 
	approved_by INTEGER, 
	approved_at DATETIME, 
	ended_at DATETIME, 
	CONSTRAINT pk_producer_bank PRIMARY KEY (id), 
	CONSTRAINT ck_producer_bank_second_person CHECK (approved_by IS NULL OR approved_by <> entered_by), 
	CONSTRAINT fk_producer_bank_approved_by FOREIGN KEY(approved_by) REFERENCES shop_user (id), 
	CONSTRAINT fk_producer_bank_entered_by FOREIGN KEY(entered_by) REFERENCES shop_user (id), 
	CONSTRAINT fk_producer_bank_producer_id FOREIGN KEY(producer_id) REFERENCES producer (id)
);
CREATE TABLE producer_member (
	producer_id INTEGER NOT NULL, 
	member_no INTEGER NOT NULL, 
	name VARCHAR(300) NOT NULL, 
	phone VARCHAR(300) NOT NULL, 
	share_bp INTEGER NOT NULL, 
	CONSTRAINT pk_producer_member PRIMARY KEY (producer_id, member_no), 
	CONSTRAINT ck_producer_member_share CHECK (share_bp > 0 AND share_bp <= 10000), 
	CONSTRAINT fk_producer_member_producer_id FOREIGN KEY(producer_id) REFERENCES producer (id)
);
CREATE TABLE product (
	id INTEGER NOT NULL, 
	sku VARCHAR(20) NOT NULL, 
	producer_id INTEGER NOT NULL, 
	name_th VARCHAR(300) NOT NULL, 
	name_en VARCHAR(300) NOT NULL, 
	category VARCHAR(20) NOT NULL, 
	unit VARCHAR(20) NOT NULL, 
	vat_class VARCHAR(20) NOT NULL, 
	price BIGINT NOT NULL, 
	shelf_life_days INTEGER, 
	stars INTEGER NOT NULL, 
	standard VARCHAR(300) NOT NULL, 
	restricted BOOLEAN NOT NULL, 
	active BOOLEAN NOT NULL, 
	search TEXT NOT NULL, photo_id CHAR(32) CONSTRAINT fk_product_photo_id REFERENCES photo (id), story_th TEXT DEFAULT '' NOT NULL, story_en TEXT DEFAULT '' NOT NULL, low_stock BIGINT, topotop BOOLEAN DEFAULT 0 NOT NULL, creative BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_product PRIMARY KEY (id), 
	CONSTRAINT ck_product_price CHECK (price >= 0), 
	CONSTRAINT ck_product_shelf_life CHECK (shelf_life_days IS NULL OR shelf_life_days > 0), 
	CONSTRAINT ck_product_stars CHECK (stars BETWEEN 0 AND 5), 
	CONSTRAINT fk_product_producer_id FOREIGN KEY(producer_id) REFERENCES producer (id), 
	CONSTRAINT uq_product_sku UNIQUE (sku)
);
INSERT INTO "product" VALUES(1,'P000001',1,'ผ้าคลุมไหล่ฝ้ายทอมือย้อมคราม','Indigo shawl','cloth','piece','V7',107000,NULL,0,'',0,1,'ผ้าคลุมไหล่ฝ้ายทอมือย้อมคราม indigo shawl p000001 กลุ่มทอผ้าบ้านตาล cm-0001',NULL,'','',NULL,0,0);
INSERT INTO "product" VALUES(2,'P000002',1,'ผ้าไหมมัดหมี่','Mudmee silk','cloth','metre','V7',42000,NULL,0,'',0,1,'ผ้าไหมมัดหมี่ mudmee silk p000002 กลุ่มทอผ้าบ้านตาล cm-0001',NULL,'','',NULL,0,0);
INSERT INTO "product" VALUES(3,'P000003',2,'น้ำผึ้งรวง 500 กรัม','Honey 500 g','food','bottle','V7',18000,NULL,0,'',0,1,'น้ำผึ้งรวง 500 กรัม honey 500 g p000003 8850000000012 วิสาหกิจชุมชนหนองผึ้ง cm-0002',NULL,'','',NULL,0,0);
CREATE TABLE product_code (
	code VARCHAR(300) NOT NULL, 
	product_id INTEGER NOT NULL, 
	CONSTRAINT pk_product_code PRIMARY KEY (code, product_id), 
	CONSTRAINT fk_product_code_product_id FOREIGN KEY(product_id) REFERENCES product (id)
);
INSERT INTO "product_code" VALUES('8850000000012',3);
CREATE TABLE sale (
	id CHAR(32) NOT NULL, 
	doc_type VARCHAR(20) NOT NULL, 
	doc_no VARCHAR(20) NOT NULL, 
	till_code VARCHAR(20) NOT NULL, 
	epoch INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	till_session_id INTEGER NOT NULL, 
	business_date DATE NOT NULL, 
	at DATETIME NOT NULL, 
	local_hour INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	gross BIGINT NOT NULL, 
	discount BIGINT NOT NULL, 
	net BIGINT NOT NULL, 
	vat BIGINT NOT NULL, 
	rounding BIGINT NOT NULL, 
	ref_sale_id CHAR(32), 
	reason VARCHAR(300) NOT NULL, 
	request_hash VARCHAR(64) NOT NULL, is_void BOOLEAN DEFAULT 0 NOT NULL, exchange_id CHAR(32), 
	CONSTRAINT pk_sale PRIMARY KEY (id), 
	CONSTRAINT ck_sale_refund_refers CHECK ((doc_type = 'REFUND') = (ref_sale_id IS NOT NULL)), 
	CONSTRAINT ck_sale_sign CHECK ((doc_type = 'SALE' AND gross >= 0) OR (doc_type = 'REFUND' AND gross <= 0)), 
	CONSTRAINT ck_sale_net CHECK (net = gross - discount), 
	CONSTRAINT fk_sale_ref_sale_id FOREIGN KEY(ref_sale_id) REFERENCES sale (id), 
	CONSTRAINT fk_sale_till_code FOREIGN KEY(till_code) REFERENCES till (code), 
	CONSTRAINT fk_sale_till_session_id FOREIGN KEY(till_session_id) REFERENCES till_session (id), 
	CONSTRAINT fk_sale_user_id FOREIGN KEY(user_id) REFERENCES shop_user (id), 
	CONSTRAINT uq_sale_doc_no UNIQUE (doc_no), 
	CONSTRAINT uq_sale_till_code_epoch_doc_type_year_number UNIQUE (till_code, epoch, doc_type, year, number)
);
INSERT INTO "sale" VALUES('01a2083390247792b9dad6898463c282','SALE','CM01-1-690000001','CM01',1,69,1,1,'2026-11-22','2026-11-22 07:35:00.000000',14,1,143000,0,143000,9355,0,NULL,'','1504ad335f679f795bef4eca2812edbf1cee80835f97659514ba4810c1ce6ef0',0,NULL);
CREATE TABLE sale_alloc (
	sale_id CHAR(32) NOT NULL, 
	line_no INTEGER NOT NULL, 
	alloc_no INTEGER NOT NULL, 
	lot_id INTEGER NOT NULL, 
	producer_id INTEGER NOT NULL, 
	agreement_id INTEGER NOT NULL, 
	qty BIGINT NOT NULL, 
	gross BIGINT NOT NULL, 
	disc_centre BIGINT NOT NULL, 
	disc_producer BIGINT NOT NULL, 
	net BIGINT NOT NULL, 
	vat_centre BIGINT NOT NULL, 
	rate_method VARCHAR(20) NOT NULL, 
	rate_basis_points INTEGER NOT NULL, 
	rate_amount BIGINT NOT NULL, 
	rate_base VARCHAR(20) NOT NULL, 
	commission BIGINT NOT NULL, 
	fee BIGINT NOT NULL, 
	due BIGINT NOT NULL, 
	tax_mode VARCHAR(20) NOT NULL, 
	ref_sale_id CHAR(32), 
	ref_line_no INTEGER, 
	ref_alloc_no INTEGER, note_id CHAR(32) CONSTRAINT fk_sale_alloc_note_id REFERENCES stock_note (id), 
	CONSTRAINT pk_sale_alloc PRIMARY KEY (sale_id, line_no, alloc_no), 
	CONSTRAINT ck_sale_alloc_divides CHECK (net = due + commission + fee + vat_centre), 
	CONSTRAINT ck_sale_alloc_net CHECK (net = gross - disc_centre - disc_producer), 
	CONSTRAINT ck_sale_alloc_qty CHECK (qty <> 0), 
	CONSTRAINT fk_sale_alloc_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id), 
	CONSTRAINT fk_sale_alloc_lot_id FOREIGN KEY(lot_id) REFERENCES lot (id), 
	CONSTRAINT fk_sale_alloc_producer_id FOREIGN KEY(producer_id) REFERENCES producer (id), 
	CONSTRAINT fk_sale_alloc_sale_id_line_no FOREIGN KEY(sale_id, line_no) REFERENCES sale_line (sale_id, line_no)
);
INSERT INTO "sale_alloc" VALUES('01a2083390247792b9dad6898463c282',1,1,1,1,1,1000,107000,0,0,107000,7000,'percent',2500,0,'before_vat',25000,0,75000,'full_price',NULL,NULL,NULL,NULL);
INSERT INTO "sale_alloc" VALUES('01a2083390247792b9dad6898463c282',2,1,3,2,2,2000,36000,0,0,36000,2355,'percent',2500,0,'before_vat',8411,0,25234,'full_price',NULL,NULL,NULL,NULL);
CREATE TABLE sale_customer (
	sale_id CHAR(32) NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	name VARCHAR(300) NOT NULL, 
	address VARCHAR(300) NOT NULL, 
	tax_id VARCHAR(300) NOT NULL, 
	branch_no VARCHAR(300) NOT NULL, 
	passport_no VARCHAR(300) NOT NULL, 
	country VARCHAR(300) NOT NULL, 
	phone VARCHAR(300) NOT NULL, 
	CONSTRAINT pk_sale_customer PRIMARY KEY (sale_id), 
	CONSTRAINT fk_sale_customer_sale_id FOREIGN KEY(sale_id) REFERENCES sale (id)
);
CREATE TABLE sale_line (
	sale_id CHAR(32) NOT NULL, 
	line_no INTEGER NOT NULL, 
	product_id INTEGER NOT NULL, 
	producer_id INTEGER NOT NULL, 
	name_th VARCHAR(300) NOT NULL, 
	name_en VARCHAR(300) NOT NULL, 
	category VARCHAR(20) NOT NULL, 
	unit VARCHAR(20) NOT NULL, 
	qty BIGINT NOT NULL, 
	unit_price BIGINT NOT NULL, 
	is_price_override BOOLEAN NOT NULL, 
	gross BIGINT NOT NULL, 
	line_discount BIGINT NOT NULL, 
	bill_discount BIGINT NOT NULL, 
	net BIGINT NOT NULL, 
	vat_class VARCHAR(20) NOT NULL, 
	vat_bp INTEGER NOT NULL, 
	vat BIGINT NOT NULL, 
	ref_sale_id CHAR(32), 
	ref_line_no INTEGER, 
	CONSTRAINT pk_sale_line PRIMARY KEY (sale_id, line_no), 
	CONSTRAINT ck_sale_line_net CHECK (net = gross - line_discount - bill_discount), 
	CONSTRAINT ck_sale_line_qty CHECK (qty <> 0), 
	CONSTRAINT fk_sale_line_producer_id FOREIGN KEY(producer_id) REFERENCES producer (id), 
	CONSTRAINT fk_sale_line_product_id FOREIGN KEY(product_id) REFERENCES product (id), 
	CONSTRAINT fk_sale_line_sale_id FOREIGN KEY(sale_id) REFERENCES sale (id)
);
INSERT INTO "sale_line" VALUES('01a2083390247792b9dad6898463c282',1,1,1,'ผ้าคลุมไหล่ฝ้ายทอมือย้อมคราม','Indigo shawl','cloth','piece',1000,107000,0,107000,0,0,107000,'V7',700,7000,NULL,NULL);
INSERT INTO "sale_line" VALUES('01a2083390247792b9dad6898463c282',2,3,2,'น้ำผึ้งรวง 500 กรัม','Honey 500 g','food','bottle',2000,18000,0,36000,0,0,36000,'V7',700,2355,NULL,NULL);
CREATE TABLE sale_vat (
	sale_id CHAR(32) NOT NULL, 
	vat_class VARCHAR(20) NOT NULL, 
	rate_bp INTEGER NOT NULL, 
	gross BIGINT NOT NULL, 
	vat BIGINT NOT NULL, 
	CONSTRAINT pk_sale_vat PRIMARY KEY (sale_id, vat_class, rate_bp), 
	CONSTRAINT fk_sale_vat_sale_id FOREIGN KEY(sale_id) REFERENCES sale (id)
);
INSERT INTO "sale_vat" VALUES('01a2083390247792b9dad6898463c282','V7',700,143000,9355);
CREATE TABLE setting (
	"key" VARCHAR(40) NOT NULL, 
	valid_from DATE NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_setting PRIMARY KEY ("key", valid_from)
);
INSERT INTO "setting" VALUES('code','2026-01-01','"CM"');
INSERT INTO "setting" VALUES('name_th','2026-01-01','"ศูนย์ OTOP Select เชียงใหม่"');
INSERT INTO "setting" VALUES('name_en','2026-01-01','"OTOP Select Chiang Mai"');
INSERT INTO "setting" VALUES('legal_name','2026-01-01','"ศูนย์โอทอปซีเล็คเชียงใหม่"');
INSERT INTO "setting" VALUES('address_th','2026-01-01','"1 ถ.วัวลาย ต.หายยา อ.เมืองเชียงใหม่ จ.เชียงใหม่ 50100"');
INSERT INTO "setting" VALUES('address_en','2026-01-01','"1 Wualai Road, Hai Ya, Mueang Chiang Mai, Chiang Mai 50100"');
INSERT INTO "setting" VALUES('tax_id','2026-01-01','"0994000617721"');
INSERT INTO "setting" VALUES('phone','2026-01-01','""');
INSERT INTO "setting" VALUES('branch_no','2026-01-01','"00000"');
INSERT INTO "setting" VALUES('vat_registered','2026-01-01','true');
INSERT INTO "setting" VALUES('cash_rounding','2026-01-01','"down_25"');
INSERT INTO "setting" VALUES('promptpay_id','2026-01-01','""');
INSERT INTO "setting" VALUES('drawer_limit','2026-01-01','10000');
INSERT INTO "setting" VALUES('alcohol_hours','2026-01-01','[true, false, true]');
INSERT INTO "setting" VALUES('banned_days','2026-01-01','[]');
INSERT INTO "setting" VALUES('is_demo','2026-01-01','false');
INSERT INTO "setting" VALUES('is_training','2026-01-01','false');
CREATE TABLE shop_user (
	id INTEGER NOT NULL, 
	code VARCHAR(20) NOT NULL, 
	name VARCHAR(300) NOT NULL, 
	role VARCHAR(20) NOT NULL, 
	active BOOLEAN NOT NULL, secret TEXT DEFAULT '' NOT NULL, failed_tries INTEGER DEFAULT 0 NOT NULL, locked_until DATETIME, 
	CONSTRAINT pk_shop_user PRIMARY KEY (id), 
	CONSTRAINT uq_shop_user_code UNIQUE (code)
);
INSERT INTO "shop_user" VALUES(1,'PIM','พิมพ์ใจ ก.','cashier',1,'',0,NULL);
INSERT INTO "shop_user" VALUES(2,'SIRI','ศิริพร จ.','manager',1,'',0,NULL);
CREATE TABLE standard (
	id INTEGER NOT NULL, 
	producer_id INTEGER NOT NULL, 
	product_id INTEGER, 
	kind VARCHAR(20) NOT NULL, 
	number VARCHAR(300) NOT NULL, 
	expires_on DATE, 
	CONSTRAINT pk_standard PRIMARY KEY (id), 
	CONSTRAINT fk_standard_producer_id FOREIGN KEY(producer_id) REFERENCES producer (id), 
	CONSTRAINT fk_standard_product_id FOREIGN KEY(product_id) REFERENCES product (id)
);
CREATE TABLE statement (
	id CHAR(32) NOT NULL, 
	doc_no VARCHAR(30) NOT NULL, 
	producer_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	agreement_id INTEGER NOT NULL, 
	period_from DATE NOT NULL, 
	cutoff DATE NOT NULL, 
	last_entry INTEGER NOT NULL, 
	opening BIGINT NOT NULL, 
	closing BIGINT NOT NULL, 
	on_hold BIGINT NOT NULL, 
	issued_at DATETIME NOT NULL, 
	issued_by INTEGER NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	reversed_at DATETIME, 
	reversed_by INTEGER, 
	reverse_reason VARCHAR(300) NOT NULL, 
	CONSTRAINT pk_statement PRIMARY KEY (id), 
	CONSTRAINT ck_statement_counts_up CHECK (number > 0), 
	CONSTRAINT fk_statement_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id), 
	CONSTRAINT fk_statement_issued_by FOREIGN KEY(issued_by) REFERENCES shop_user (id), 
	CONSTRAINT fk_statement_producer_id FOREIGN KEY(producer_id) REFERENCES producer (id), 
	CONSTRAINT fk_statement_reversed_by FOREIGN KEY(reversed_by) REFERENCES shop_user (id), 
	CONSTRAINT uq_statement_doc_no UNIQUE (doc_no), 
	CONSTRAINT uq_statement_producer_id_number UNIQUE (producer_id, number)
);
CREATE TABLE statement_line (
	statement_id CHAR(32) NOT NULL, 
	line_no INTEGER NOT NULL, 
	payable_id CHAR(32) NOT NULL, 
	is_live BOOLEAN NOT NULL, 
	CONSTRAINT pk_statement_line PRIMARY KEY (statement_id, line_no), 
	CONSTRAINT fk_statement_line_payable_id FOREIGN KEY(payable_id) REFERENCES payable (id), 
	CONSTRAINT fk_statement_line_statement_id FOREIGN KEY(statement_id) REFERENCES statement (id)
);
CREATE TABLE stock_exception (
	sale_id CHAR(32) NOT NULL, 
	line_no INTEGER NOT NULL, 
	product_id INTEGER NOT NULL, 
	producer_id INTEGER NOT NULL, 
	qty BIGINT NOT NULL, 
	gross BIGINT NOT NULL, 
	discount BIGINT NOT NULL, 
	net BIGINT NOT NULL, 
	vat BIGINT NOT NULL, 
	business_date DATE NOT NULL, 
	resolved_at DATETIME, 
	CONSTRAINT pk_stock_exception PRIMARY KEY (sale_id, line_no), 
	CONSTRAINT ck_stock_exception_net CHECK (net = gross - discount), 
	CONSTRAINT fk_stock_exception_producer_id FOREIGN KEY(producer_id) REFERENCES producer (id), 
	CONSTRAINT fk_stock_exception_product_id FOREIGN KEY(product_id) REFERENCES product (id), 
	CONSTRAINT fk_stock_exception_sale_id_line_no FOREIGN KEY(sale_id, line_no) REFERENCES sale_line (sale_id, line_no)
);
CREATE TABLE stock_note (
	id CHAR(32) NOT NULL, 
	doc_no VARCHAR(20) NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	producer_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	business_date DATE NOT NULL, 
	user_id INTEGER NOT NULL, 
	approval_id CHAR(32), 
	reason VARCHAR(300) NOT NULL, 
	reverses CHAR(32), 
	count_id CHAR(32), 
	CONSTRAINT pk_stock_note PRIMARY KEY (id), 
	CONSTRAINT fk_stock_note_approval_id FOREIGN KEY(approval_id) REFERENCES approval (id), 
	CONSTRAINT fk_stock_note_count_id FOREIGN KEY(count_id) REFERENCES count_session (id), 
	CONSTRAINT fk_stock_note_producer_id FOREIGN KEY(producer_id) REFERENCES producer (id), 
	CONSTRAINT fk_stock_note_reverses FOREIGN KEY(reverses) REFERENCES stock_note (id), 
	CONSTRAINT fk_stock_note_user_id FOREIGN KEY(user_id) REFERENCES shop_user (id), 
	CONSTRAINT uq_stock_note_doc_no UNIQUE (doc_no), 
	CONSTRAINT uq_stock_note_reverses UNIQUE (reverses)
);
CREATE TABLE stock_note_line (
	note_id CHAR(32) NOT NULL, 
	line_no INTEGER NOT NULL, 
	lot_id INTEGER NOT NULL, 
	bucket VARCHAR(20) NOT NULL, 
	moved_to VARCHAR(20), 
	cause VARCHAR(20) NOT NULL, 
	qty BIGINT NOT NULL, 
	price BIGINT NOT NULL, 
	agreed_value BIGINT NOT NULL, 
	compensation BIGINT NOT NULL, 
	found_of CHAR(32), 
	CONSTRAINT pk_stock_note_line PRIMARY KEY (note_id, line_no), 
	CONSTRAINT ck_stock_note_line_transfer CHECK ((cause = 'transfer') = (moved_to IS NOT NULL)), 
	CONSTRAINT ck_stock_note_line_moves_something CHECK (qty <> 0), 
	CONSTRAINT fk_stock_note_line_found_of FOREIGN KEY(found_of) REFERENCES stock_note (id), 
	CONSTRAINT fk_stock_note_line_lot_id FOREIGN KEY(lot_id) REFERENCES lot (id), 
	CONSTRAINT fk_stock_note_line_note_id FOREIGN KEY(note_id) REFERENCES stock_note (id)
);
CREATE TABLE till (
	code VARCHAR(20) NOT NULL, 
	name VARCHAR(300) NOT NULL, 
	machine_no VARCHAR(300) NOT NULL, 
	epoch INTEGER NOT NULL, 
	CONSTRAINT pk_till PRIMARY KEY (code)
);
INSERT INTO "till" VALUES('CM01','เครื่องหน้าร้าน','E0105012345678',1);
INSERT INTO "till" VALUES('CM02','เครื่องในร้าน','E0105012345679',1);
CREATE TABLE till_count (
	session_id INTEGER NOT NULL, 
	moment VARCHAR(5) NOT NULL, 
	denomination BIGINT NOT NULL, 
	pieces INTEGER NOT NULL, 
	CONSTRAINT pk_till_count PRIMARY KEY (session_id, moment, denomination), 
	CONSTRAINT ck_till_count_moment CHECK (moment IN ('open', 'close')), 
	CONSTRAINT ck_till_count_pieces CHECK (pieces > 0), 
	CONSTRAINT fk_till_count_session_id FOREIGN KEY(session_id) REFERENCES till_session (id)
);
INSERT INTO "till_count" VALUES(1,'open',10000,10);
INSERT INTO "till_count" VALUES(1,'open',2000,10);
INSERT INTO "till_count" VALUES(1,'open',100,20);
CREATE TABLE till_event (
	id CHAR(32) NOT NULL, 
	till_code VARCHAR(20) NOT NULL, 
	number INTEGER NOT NULL, 
	till_session_id INTEGER, 
	business_date DATE NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	user_id INTEGER NOT NULL, 
	approval_id CHAR(32), 
	at DATETIME NOT NULL, 
	what TEXT NOT NULL, 
	amount BIGINT NOT NULL, 
	content TEXT NOT NULL, 
	document_id CHAR(32), 
	CONSTRAINT pk_till_event PRIMARY KEY (id), 
	CONSTRAINT ck_till_event_counts_up CHECK (number > 0), 
	CONSTRAINT fk_till_event_approval_id FOREIGN KEY(approval_id) REFERENCES approval (id), 
	CONSTRAINT fk_till_event_till_code FOREIGN KEY(till_code) REFERENCES till (code), 
	CONSTRAINT fk_till_event_till_session_id FOREIGN KEY(till_session_id) REFERENCES till_session (id), 
	CONSTRAINT fk_till_event_user_id FOREIGN KEY(user_id) REFERENCES shop_user (id), 
	CONSTRAINT uq_till_event_approval_id UNIQUE (approval_id), 
	CONSTRAINT uq_till_event_till_code_number UNIQUE (till_code, number)
);
INSERT INTO "till_event" VALUES('01a20833902273628e3a7fa9c227c9b3','CM01',1,1,'2026-11-22','open',1,NULL,'2026-11-22 07:35:00.000000','Z1',122000,'',NULL);
CREATE TABLE till_session (
	id INTEGER NOT NULL, 
	till_code VARCHAR(20) NOT NULL, 
	epoch INTEGER NOT NULL, 
	z_no INTEGER NOT NULL, 
	business_date DATE NOT NULL, 
	opened_at DATETIME NOT NULL, 
	opened_by INTEGER NOT NULL, 
	float_amount BIGINT NOT NULL, 
	closed_at DATETIME, 
	closed_by INTEGER, 
	cash_expected BIGINT, 
	cash_counted BIGINT, 
	CONSTRAINT pk_till_session PRIMARY KEY (id), 
	CONSTRAINT ck_till_session_closed_is_counted CHECK ((closed_at IS NULL) = (cash_counted IS NULL)), 
	CONSTRAINT fk_till_session_closed_by FOREIGN KEY(closed_by) REFERENCES shop_user (id), 
	CONSTRAINT fk_till_session_opened_by FOREIGN KEY(opened_by) REFERENCES shop_user (id), 
	CONSTRAINT fk_till_session_till_code FOREIGN KEY(till_code) REFERENCES till (code), 
	CONSTRAINT uq_till_session_till_code_z_no UNIQUE (till_code, z_no)
);
INSERT INTO "till_session" VALUES(1,'CM01',1,1,'2026-11-22','2026-11-22 07:35:00.000000',1,122000,NULL,NULL,NULL,NULL);
CREATE TABLE used_reference (
	method VARCHAR(20) NOT NULL, 
	reference VARCHAR(300) NOT NULL, 
	sale_id CHAR(32) NOT NULL, 
	CONSTRAINT pk_used_reference PRIMARY KEY (method, reference), 
	CONSTRAINT fk_used_reference_sale_id FOREIGN KEY(sale_id) REFERENCES sale (id)
);
CREATE TABLE voucher (
	id CHAR(32) NOT NULL, 
	doc_no VARCHAR(20) NOT NULL, 
	producer_id INTEGER NOT NULL, 
	statement_id CHAR(32) NOT NULL, 
	state VARCHAR(20) NOT NULL, 
	gross BIGINT NOT NULL, 
	wht_rule VARCHAR(20) NOT NULL, 
	wht_base BIGINT NOT NULL, 
	wht BIGINT NOT NULL, 
	net BIGINT NOT NULL, 
	method VARCHAR(20) NOT NULL, 
	bank_id INTEGER, 
	batch_id CHAR(32), 
	cash_movement_id CHAR(32), 
	reference VARCHAR(300) NOT NULL, 
	remark VARCHAR(300) NOT NULL, 
	prepared_by INTEGER NOT NULL, 
	prepared_at DATETIME NOT NULL, 
	approved_by INTEGER, 
	approved_at DATETIME, 
	paid_by INTEGER, 
	paid_at DATETIME, 
	paid_on DATE, 
	ended_by INTEGER, 
	ended_at DATETIME, 
	CONSTRAINT pk_voucher PRIMARY KEY (id), 
	CONSTRAINT ck_voucher_second_person CHECK (approved_by IS NULL OR approved_by <> prepared_by), 
	CONSTRAINT ck_voucher_amounts CHECK (gross > 0 AND wht >= 0 AND net = gross - wht AND net > 0), 
	CONSTRAINT fk_voucher_approved_by FOREIGN KEY(approved_by) REFERENCES shop_user (id), 
	CONSTRAINT fk_voucher_bank_id FOREIGN KEY(bank_id) REFERENCES producer_bank (id), 
	CONSTRAINT fk_voucher_batch_id FOREIGN KEY(batch_id) REFERENCES payment_batch (id), 
	CONSTRAINT fk_voucher_cash_movement_id FOREIGN KEY(cash_movement_id) REFERENCES cash_movement (id), 
	CONSTRAINT fk_voucher_ended_by FOREIGN KEY(ended_by) REFERENCES shop_user (id), 
	CONSTRAINT fk_voucher_paid_by FOREIGN KEY(paid_by) REFERENCES shop_user (id), 
	CONSTRAINT fk_voucher_prepared_by FOREIGN KEY(prepared_by) REFERENCES shop_user (id), 
	CONSTRAINT fk_voucher_producer_id FOREIGN KEY(producer_id) REFERENCES producer (id), 
	CONSTRAINT fk_voucher_statement_id FOREIGN KEY(statement_id) REFERENCES statement (id), 
	CONSTRAINT uq_voucher_doc_no UNIQUE (doc_no)
);
CREATE INDEX ix_payable_business_date ON payable (business_date);
CREATE INDEX ix_payable_balance ON payable (producer_id, business_date, amount);
CREATE INDEX ix_product_producer_id ON product (producer_id);
CREATE INDEX ix_product_search ON product (search);
CREATE INDEX ix_till_session_business_date ON till_session (business_date);
CREATE UNIQUE INDEX uq_till_session_one_open ON till_session (till_code) WHERE closed_at IS NULL;
CREATE INDEX ix_agreement_rate_agreement_id ON agreement_rate (agreement_id);
CREATE INDEX ix_grn_producer_id ON grn (producer_id);
CREATE INDEX ix_product_code_product_id ON product_code (product_id);
CREATE INDEX ix_sale_business_date ON sale (business_date);
CREATE INDEX ix_sale_ref_sale_id ON sale (ref_sale_id);
CREATE INDEX ix_sale_till_session_id ON sale (till_session_id);
CREATE INDEX ix_lot_expires_on ON lot (expires_on);
CREATE INDEX ix_lot_producer_id ON lot (producer_id);
CREATE INDEX ix_lot_product_producer ON lot (product_id, producer_id);
CREATE INDEX ix_sale_line_ref_sale_id ON sale_line (ref_sale_id, ref_line_no);
CREATE INDEX ix_lot_move_business_date ON lot_move (business_date);
CREATE INDEX ix_lot_move_lot_id ON lot_move (lot_id);
CREATE INDEX ix_sale_alloc_lot_id ON sale_alloc (lot_id);
CREATE INDEX ix_sale_alloc_producer_id ON sale_alloc (producer_id);
CREATE INDEX ix_sale_alloc_ref ON sale_alloc (ref_sale_id, ref_line_no, ref_alloc_no);
CREATE INDEX ix_stock_exception_business_date ON stock_exception (business_date);
CREATE TRIGGER lot_move_no_update BEFORE UPDATE ON lot_move BEGIN SELECT RAISE(ABORT, 'lot_move is append-only'); END;
CREATE TRIGGER lot_move_no_delete BEFORE DELETE ON lot_move BEGIN SELECT RAISE(ABORT, 'lot_move is append-only'); END;
CREATE TRIGGER sale_no_update BEFORE UPDATE ON sale BEGIN SELECT RAISE(ABORT, 'sale is append-only'); END;
CREATE TRIGGER sale_no_delete BEFORE DELETE ON sale BEGIN SELECT RAISE(ABORT, 'sale is append-only'); END;
CREATE TRIGGER sale_line_no_update BEFORE UPDATE ON sale_line BEGIN SELECT RAISE(ABORT, 'sale_line is append-only'); END;
CREATE TRIGGER sale_line_no_delete BEFORE DELETE ON sale_line BEGIN SELECT RAISE(ABORT, 'sale_line is append-only'); END;
CREATE TRIGGER sale_vat_no_update BEFORE UPDATE ON sale_vat BEGIN SELECT RAISE(ABORT, 'sale_vat is append-only'); END;
CREATE TRIGGER sale_vat_no_delete BEFORE DELETE ON sale_vat BEGIN SELECT RAISE(ABORT, 'sale_vat is append-only'); END;
CREATE TRIGGER sale_alloc_no_update BEFORE UPDATE ON sale_alloc BEGIN SELECT RAISE(ABORT, 'sale_alloc is append-only'); END;
CREATE TRIGGER sale_alloc_no_delete BEFORE DELETE ON sale_alloc BEGIN SELECT RAISE(ABORT, 'sale_alloc is append-only'); END;
CREATE TRIGGER payment_no_update BEFORE UPDATE ON payment BEGIN SELECT RAISE(ABORT, 'payment is append-only'); END;
CREATE TRIGGER payment_no_delete BEFORE DELETE ON payment BEGIN SELECT RAISE(ABORT, 'payment is append-only'); END;
CREATE TRIGGER payable_no_update BEFORE UPDATE ON payable BEGIN SELECT RAISE(ABORT, 'payable is append-only'); END;
CREATE TRIGGER payable_no_delete BEFORE DELETE ON payable BEGIN SELECT RAISE(ABORT, 'payable is append-only'); END;
CREATE INDEX ix_held_bill_state ON held_bill (state);
CREATE INDEX ix_cash_movement_till_session_id ON cash_movement (till_session_id);
CREATE INDEX ix_till_event_business_date ON till_event (business_date, kind);
CREATE INDEX ix_till_event_document_id ON till_event (document_id);
CREATE INDEX ix_till_event_till_session_id ON till_event (till_session_id);
CREATE INDEX ix_used_reference_sale_id ON used_reference (sale_id);
CREATE TRIGGER sale_customer_no_update BEFORE UPDATE ON sale_customer BEGIN SELECT RAISE(ABORT, 'sale_customer is append-only'); END;
CREATE TRIGGER sale_customer_no_delete BEFORE DELETE ON sale_customer BEGIN SELECT RAISE(ABORT, 'sale_customer is append-only'); END;
CREATE TRIGGER approval_no_update BEFORE UPDATE ON approval BEGIN SELECT RAISE(ABORT, 'approval is append-only'); END;
CREATE TRIGGER approval_no_delete BEFORE DELETE ON approval BEGIN SELECT RAISE(ABORT, 'approval is append-only'); END;
CREATE TRIGGER till_event_no_update BEFORE UPDATE ON till_event BEGIN SELECT RAISE(ABORT, 'till_event is append-only'); END;
CREATE TRIGGER till_event_no_delete BEFORE DELETE ON till_event BEGIN SELECT RAISE(ABORT, 'till_event is append-only'); END;
CREATE TRIGGER cash_movement_no_update BEFORE UPDATE ON cash_movement BEGIN SELECT RAISE(ABORT, 'cash_movement is append-only'); END;
CREATE TRIGGER cash_movement_no_delete BEFORE DELETE ON cash_movement BEGIN SELECT RAISE(ABORT, 'cash_movement is append-only'); END;
CREATE INDEX ix_paper_document_id ON paper (document_id);
CREATE INDEX ix_count_session_state ON count_session (state);
CREATE INDEX ix_producer_bank_producer_id ON producer_bank (producer_id);
CREATE UNIQUE INDEX ix_payable_hold_payable_id ON payable_hold (payable_id) WHERE released_at IS NULL;
CREATE INDEX ix_payable_hold_producer_id ON payable_hold (producer_id);
CREATE INDEX ix_standard_expires_on ON standard (expires_on);
CREATE INDEX ix_standard_producer_id ON standard (producer_id);
CREATE INDEX ix_standard_product_id ON standard (product_id);
CREATE INDEX ix_statement_cutoff ON statement (cutoff);
CREATE INDEX ix_stock_note_business_date ON stock_note (business_date);
CREATE INDEX ix_stock_note_producer_id ON stock_note (producer_id);
CREATE UNIQUE INDEX ix_statement_line_payable_id ON statement_line (payable_id) WHERE is_live;
CREATE INDEX ix_voucher_batch_id ON voucher (batch_id);
CREATE UNIQUE INDEX ix_voucher_producer_id ON voucher (producer_id) WHERE state IN ('prepared', 'approved');
CREATE INDEX ix_voucher_statement_id ON voucher (statement_id);
CREATE INDEX ix_label_print_lot_id ON label_print (lot_id);
CREATE INDEX ix_lot_price_lot_id ON lot_price (lot_id);
CREATE INDEX ix_stock_note_line_lot_id ON stock_note_line (lot_id);
CREATE TRIGGER agreement_rate_no_update BEFORE UPDATE ON agreement_rate BEGIN SELECT RAISE(ABORT, 'agreement_rate is append-only'); END;
CREATE TRIGGER agreement_rate_no_delete BEFORE DELETE ON agreement_rate BEGIN SELECT RAISE(ABORT, 'agreement_rate is append-only'); END;
CREATE TRIGGER grn_line_no_update BEFORE UPDATE ON grn_line BEGIN SELECT RAISE(ABORT, 'grn_line is append-only'); END;
CREATE TRIGGER grn_line_no_delete BEFORE DELETE ON grn_line BEGIN SELECT RAISE(ABORT, 'grn_line is append-only'); END;
CREATE TRIGGER stock_note_no_update BEFORE UPDATE ON stock_note BEGIN SELECT RAISE(ABORT, 'stock_note is append-only'); END;
CREATE TRIGGER stock_note_no_delete BEFORE DELETE ON stock_note BEGIN SELECT RAISE(ABORT, 'stock_note is append-only'); END;
CREATE TRIGGER stock_note_line_no_update BEFORE UPDATE ON stock_note_line BEGIN SELECT RAISE(ABORT, 'stock_note_line is append-only'); END;
CREATE TRIGGER stock_note_line_no_delete BEFORE DELETE ON stock_note_line BEGIN SELECT RAISE(ABORT, 'stock_note_line is append-only'); END;
CREATE TRIGGER lot_price_no_update BEFORE UPDATE ON lot_price BEGIN SELECT RAISE(ABORT, 'lot_price is append-only'); END;
CREATE TRIGGER lot_price_no_delete BEFORE DELETE ON lot_price BEGIN SELECT RAISE(ABORT, 'lot_price is append-only'); END;
CREATE TRIGGER label_print_no_update BEFORE UPDATE ON label_print BEGIN SELECT RAISE(ABORT, 'label_print is append-only'); END;
CREATE TRIGGER label_print_no_delete BEFORE DELETE ON label_print BEGIN SELECT RAISE(ABORT, 'label_print is append-only'); END;
CREATE TRIGGER payable_adjustment_no_update BEFORE UPDATE ON payable_adjustment BEGIN SELECT RAISE(ABORT, 'payable_adjustment is append-only'); END;
CREATE TRIGGER payable_adjustment_no_delete BEFORE DELETE ON payable_adjustment BEGIN SELECT RAISE(ABORT, 'payable_adjustment is append-only'); END;
CREATE TRIGGER photo_no_update BEFORE UPDATE ON photo BEGIN SELECT RAISE(ABORT, 'photo is append-only'); END;
CREATE TRIGGER photo_no_delete BEFORE DELETE ON photo BEGIN SELECT RAISE(ABORT, 'photo is append-only'); END;
CREATE TRIGGER paper_no_update BEFORE UPDATE ON paper BEGIN SELECT RAISE(ABORT, 'paper is append-only'); END;
CREATE TRIGGER paper_no_delete BEFORE DELETE ON paper BEGIN SELECT RAISE(ABORT, 'paper is append-only'); END;
CREATE TRIGGER payment_batch_no_update BEFORE UPDATE ON payment_batch BEGIN SELECT RAISE(ABORT, 'payment_batch is append-only'); END;
CREATE TRIGGER payment_batch_no_delete BEFORE DELETE ON payment_batch BEGIN SELECT RAISE(ABORT, 'payment_batch is append-only'); END;
CREATE TRIGGER agreement_frozen_update BEFORE UPDATE OF id, producer_id, version, valid_from, term_days, grace_days, end_action, hold_days, cycle, min_payout, loss_policy, discount_policy, tax_mode, wht_rule, number ON agreement BEGIN SELECT RAISE(ABORT, 'agreement is append-only'); END;
CREATE TRIGGER agreement_frozen_delete BEFORE DELETE ON agreement BEGIN SELECT RAISE(ABORT, 'agreement is append-only'); END;
CREATE TRIGGER grn_frozen_update BEFORE UPDATE OF id, doc_no, producer_id, agreement_id, posted_at, business_date, user_id ON grn BEGIN SELECT RAISE(ABORT, 'grn is append-only'); END;
CREATE TRIGGER grn_frozen_delete BEFORE DELETE ON grn BEGIN SELECT RAISE(ABORT, 'grn is append-only'); END;
CREATE TRIGGER lot_frozen_update BEFORE UPDATE OF id, code, grn_id, grn_line_no, producer_id, product_id, agreement_id, batch, made_on, expires_on, received_on, qty_received, agreed_value, rate_method, rate_basis_points, rate_amount, rate_base, photo_id ON lot BEGIN SELECT RAISE(ABORT, 'lot is append-only'); END;
CREATE TRIGGER lot_frozen_delete BEFORE DELETE ON lot BEGIN SELECT RAISE(ABORT, 'lot is append-only'); END;
CREATE TRIGGER statement_frozen_update BEFORE UPDATE OF id, doc_no, producer_id, number, agreement_id, period_from, cutoff, last_entry, opening, closing, on_hold, issued_at, issued_by, sha256 ON statement BEGIN SELECT RAISE(ABORT, 'statement is append-only'); END;
CREATE TRIGGER statement_frozen_delete BEFORE DELETE ON statement BEGIN SELECT RAISE(ABORT, 'statement is append-only'); END;
CREATE TRIGGER statement_line_frozen_update BEFORE UPDATE OF statement_id, line_no, payable_id ON statement_line BEGIN SELECT RAISE(ABORT, 'statement_line is append-only'); END;
CREATE TRIGGER statement_line_frozen_delete BEFORE DELETE ON statement_line BEGIN SELECT RAISE(ABORT, 'statement_line is append-only'); END;
CREATE TRIGGER voucher_frozen_update BEFORE UPDATE OF id, doc_no, producer_id, statement_id, gross, wht_rule, wht_base, wht, net, method, bank_id, prepared_by, prepared_at ON voucher BEGIN SELECT RAISE(ABORT, 'voucher is append-only'); END;
CREATE TRIGGER voucher_frozen_delete BEFORE DELETE ON voucher BEGIN SELECT RAISE(ABORT, 'voucher is append-only'); END;
COMMIT;
