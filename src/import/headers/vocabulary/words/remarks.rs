//! What the laboratory says of a result: flag, status, reason, comment.

use super::Row;
use crate::import::cells::standing::headers;
use crate::import::columns::verdicts;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::Cells::{
    Answers, Anything, CriticalRanges, Dates, Flags, Statuses, Verdicts,
};
use crate::import::headers::vocabulary::Kind::{Analysis, ByCells, Plain};

/// Headers that ask whether a result is critical.
pub(in crate::import::headers::vocabulary) const ASKING_IF_CRITICAL: &str = "critical iscritical criticalflag criticalind criticalresult panic ispanic panicflag crit critflag criticalyn \
    criticalvalue panicvalue panico panik critico kritik kritisch kritisk kriticka kriticky krytyczny krytyczna критично критическое критическии 危急值标志 危急值标识 危急标志 是否危急值 危急值提示 \
    危急 危急值標誌 valeurcritique valorcritico valorecritico 危急值 パニック値";

#[rustfmt::skip] // one role, one entry; the words wrapped as text
pub(super) const WORDS: &[Row] = &[
    (Role::Flag, Analysis, "anrind"),
    (Role::Flag, Plain, "lbnrind flag abnormalflag abnflag abnormal abnormalflags resultflag \
        flags interpretation abnormality bewertung auffallig pathologisch pathologie \
        kennzeichen markierung anomalie alarme interpretacion alarma alarmas indicador \
        allarme segnalazione anomalia resultstatusflag normalcycddisp \
        patho pathol auff anormalite path vlag flagga avvik afvigelse asterisco alterado abn flaga wertung obx8 \
        interpretationcodingcode interpretationcode interpretationcoding interpretationtext resultflags abnind valueflagcd labflag \
        флаг отклонение патология оценка 标志 结果提示 прапорець 異常 異常区分 異常値区分 判讀 异常提示 提示 \
        异常标志 结果标志 异常标识 高低标志 高低 異常フラグ 異常値フラグ フラグ 判定 판정 이상여부 grenzwertindikator bayrak \
        isabnormal outofrange isoutofrange afwijkend anormal patologisk patologiska poikkeava auffalligkeit 标记 高低区分 結果判定 異常註記 флаготклонения"),
    (
        Role::Flag,
        ByCells(&[(Role::Flag, Flags)]),
        "classification valueasconceptname markering hodnoceni jeloles oznaka hl ind oor rangeflag evaluation assessment \
        anorm kennz resultind"),
    (
        Role::Flag,
        ByCells(&[(Role::CriticalRange, CriticalRanges), (Role::Flag, Anything)]),
        "alert alertflag alerta alertas alerte"),
    // Of much else, or with results below them: each cell has to be a flag.
    (Role::Flag, ByCells(&[(Role::Flag, Verdicts)]), "indikator pijl lh nahl warnung horsnorme fueraderango"),
    (Role::Flag, ByCells(&[(Role::Flag, Verdicts)]), verdicts::OF_RESULTS),
    (Role::Flag, ByCells(&[(Role::Flag, Verdicts)]), verdicts::OF_ANYTHING),
    (Role::Flag, ByCells(&[(Role::Flag, Answers)]), verdicts::ASKING_IF_INSIDE),
    // Beside a flag: whether the result is critical; or which would be.
    (
        Role::Flag,
        ByCells(&[(Role::CriticalRange, CriticalRanges), (Role::Flag, Answers)]),
        ASKING_IF_CRITICAL),
    // What it is may be said in a sentence.
    (
        Role::Flag,
        ByCells(&[(Role::Flag, Flags), (Role::Comment, Anything)]),
        "interpretacao interpretacja ocena"),
    (Role::Status, Plain, "status resultstatus observationstatus teststatus reportstatus lbstat \
        ergebnisstatus befundstatus statut statutresultat estado estadoresultado stato \
        statorisultato \
        resultstatuscddisp resultstatusc resultstatusdesc verificationstatus reviewstate orderstatus qcstatus validationstatus \
        resultstate obx11 observationresultstatus recordstatus rowstatus \
        结果状态 审核状态 报告状态 状态标志 報告狀態 結果狀態 ステータス 結果ステータス 報告区分 報告状態 検査状況 \
        결과상태 보고상태 진행상태 검사상태 報告状況 статусанализа статустеста статус"),
    (
        Role::Status,
        ByCells(&[(Role::Status, Statuses)]),
        "qc qcresult qccheck qcpass qcpassed qcflag qualitycontrol 审核标志 結果区分 检验结果状态"),
    (
        Role::Standing,
        ByCells(&[(Role::Reported, Dates), (Role::Standing, Anything)]),
        headers::PERHAPS_VERIFIED),
    (Role::Standing, Plain, headers::TAKEN_BACK),
    (Role::Standing, Plain, headers::HOLDS),
    (Role::Standing, Plain, headers::VERIFIED),
    (Role::Standing, Plain, headers::UNFINISHED),
    (Role::Standing, Plain, headers::DOUBTED),
    (Role::Standing, Plain, headers::FIT),
    (Role::Standing, Plain, headers::NOT_DONE),
    (Role::Standing, Plain, headers::DONE),
    (Role::Standing, Plain, headers::DERIVED),
    (Role::Standing, Plain, headers::IS_DERIVED),
    (Role::Standing, Plain, headers::STATISTIC),
    (Role::Standing, Plain, headers::SPECIES),
    (Role::Standing, Plain, headers::RACE),
    (Role::Standing, Plain, headers::ORGANISM),
    (Role::Standing, Plain, headers::KIND),
    (
        Role::Status,
        ByCells(&[(Role::Status, Statuses)]),
        "state ver befundart stan stav tila stare tilstand durum allapot etat situacao situacion 状态 \
        状態 狀態 상태 состояние processingstatus processstatus processstate completion completionstatus outcome resultoutcome"),
    (
        Role::Status,
        ByCells(&[(Role::Status, Statuses), (Role::Standing, Answers), (Role::Reported, Dates)]),
        headers::PERHAPS_STATUS),
    (Role::Reason, Plain, "lbreasnd reason reasonnotdone rejectionreason rejectreason \
        cancelreason cancellationreason absentreason dataabsentreason grund stornogrund motif \
        motivo dataabsentreasontext dataabsentreasoncode 拒收原因 退检原因 不合格原因 拒否理由 検査中止理由 \
        부적합사유 취소사유 причинабрака причинаотказа retnedeni motivorechazo motivoderechazo motivodelrechazo powododrzucenia \
        motifderejet motifrejet motifdurejet motifdenonconformite"),
    (Role::Comment, Plain, "comment comments resultcomment resultcomments labcomment lbcoval \
        testcomment specimencomment note notes remark remarks kommentar kommentare bemerkung \
        bemerkungen anmerkung ergebniskommentar befundkommentar commentaire commentaires \
        remarque observations comentario comentarios observaciones commento commenti osservazioni \
        componentcomment componentcomments specimencomments labcomments resultnote resultnotes \
        ordercomment ordercomments interpretivecomment interpretivecomments samplecomment \
        samplecomments observacion observacao observacoes opmerking opmerkingen hinweis hinweise \
        probenkommentar laborkommentar kommentaar merknad anmarkning \
        ergebnistext befundtext toelichting uwagi komentarz kommentti kommentit lausunto obs \
        lbcom freetext freitext nota poznamka aciklama notetext nte3 \
        комментарии примечание примечания коментар 备注 备注信息 说明 評語 コメント 検体コメント 結果コメント 備考 \
        비고 코멘트 检验备注 报告备注 备注说明 備註 検査コメント 소견 의견 참고사항 примітка примітки 结果说明 \
        結果説明 結果說明 說明 附注 附註 评语 异常原因 诊断意见 報告コメント コメント1 付加コメント 결과비고 \
        комментарииврача замечания замечание особыеотметки заключение labnote labnotes techniciannote techniciannotes technote technotes \
        techcomment techcomments techniciancomment techniciancomments technologistcomment pathologistcomment \
        pathologistcomments footnote footnotes samplenote samplenotes specimennote specimennotes sampleremark sampleremarks \
        specimenremark specimenremarks message messages nte associatedtext not notlar incidencia incidencias \
        observacionestecnicas observaciontecnica komentar komentare megjegyzes megjegyzesek observatii observatie napomena \
        napomene opomba opombe bemaerkning bemaerkninger huomautus huomautukset remarques conclusion conclusions setcomment setcomments panelcomment panelcomments profilecomment batterycomment \
        commentaireanalyse commentaireresultat commentaireechantillon commentaireprelevement commentairelabo \
        testbezogenehinweise 标本备注 样本备注 结果备注 検体コメント1 結果コメント1 검사자소견 검체비고 특이사항 комментариикпробе \
        clinicalcomment clinicalcomments σχολια σχολιο παρατηρησεισ"),
];
