/** Two-letter codes of countries and territories that FollowTheMoney 3.8 and 4.11 both take. */
export const COUNTRY_CODES: ReadonlySet<string> = new Set(
  `ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bv bw by bz ca
cc cd cf cg ch ci ck cl cm cn co cp cq cr cu cv cw cx cy cz dd de dg dj dk dm do dz ec ee eg eh er es et eu fi fj fk
fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu ic id ie il im in io iq ir is it
je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp
mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re
ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st sv sx sy sz ta tc td tf tg th tj tk tl tm tn to tr tt
tv tw tz ua ug um un us uy uz va vc ve vg vi vn vu wf ws xk ye yt za zm zr zw zz`.split(/\s+/),
);

/** Topics that FollowTheMoney 3.8 and 4.11 both take. */
export const TOPIC_CODES: ReadonlySet<string> = new Set(
  `asset.frozen corp.disqual corp.offshore corp.public corp.shell crime crime.boss crime.cyber crime.env crime.fin
crime.fraud crime.terror crime.theft crime.traffick crime.traffick.drug crime.traffick.human crime.war debarment
export.control export.risk fin fin.adivsor fin.bank fin.fund forced.labor gov gov.admin gov.executive gov.financial
gov.head gov.igo gov.judicial gov.legislative gov.muni gov.national gov.security gov.soe gov.state mil poi pol.party
pol.union reg.action reg.warn rel role.acct role.act role.civil role.diplo role.journo role.judge role.lawyer
role.lobby role.oligarch role.pep role.pol role.rca role.spy sanction sanction.counter sanction.linked wanted`.split(
    /\s+/,
  ),
);
