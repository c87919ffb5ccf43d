//! Statuses in Chinese, Japanese and Korean, which write words together: the first list that has a part of the text counts.

use super::Status;

/// What is taken back, and what is no result; what replaced it is behind it.
const TAKEN_BACK: &str = "\
    取消 作废 作廢 撤销 撤銷 撤回 退单 退回 退件 拒收 拒检 不合格 删除 刪除 削除 无效 無效 無効 中止 キャンセル 訂正前 更正前 修改前 取り消し 取消し 誤報告 エラー \
    退检 退檢 回退 召回 错误 錯誤 失败 不通过 未通过 未検 未检 \
    취소 삭제 무효 반려 부적합 폐기 정정전 수정전 오보고 거부 오류 에러 미검";

/// What is not final.
const NOT_FINAL: &str = "\
    未审核 未審核 未审 待审 待審 待复 待查 待检 初步 复查中 检测中 檢驗中 进行中 未完成 未发布 中間 仮報告 速報 未確認 未承認 未報告 再検中 検査中 依頼中 未確定 確定前 未确定 未审批 审核中 審核中 审批中 保留 \
    예비 중간 미확정 미승인 검사중 진행중 재검중 대기 미완료 미보고 보고전 미확인 보류";

/// What is corrected after it was reported.
const CORRECTED: &str = "修改 更正 修正 訂正 정정 수정";

/// What is final.
const FINAL: &str = "\
    已审核 已審核 审核 審核 发布 發布 正式 最终 最終 完成 已报告 確定 承認 報告済 完了 최종 확정 완료 승인 보고 확인 출력";

/// What such a status says, if that is known.
pub(super) fn read(text: &str) -> Option<Status> {
    if text.is_ascii() {
        return None;
    }
    let lists = [
        (TAKEN_BACK, Status::Cancelled),
        (NOT_FINAL, Status::Preliminary),
        (CORRECTED, Status::Corrected),
        (FINAL, Status::Final),
    ];
    let has = |words: &str| words.split_whitespace().any(|word| text.contains(word));
    let mut lists = lists.into_iter();
    lists.find_map(|(words, status)| has(words).then_some(status))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_written_in_signs() {
        for (status, texts) in [
            (
                Status::Cancelled,
                "取消 已作废 已撤回 拒收 検査中止 訂正前 검사취소 부적합",
            ),
            (
                Status::Preliminary,
                "未审核 待复查 中間報告 未承認 예비보고 미확정",
            ),
            (Status::Corrected, "已修改 更正 訂正 정정"),
            (Status::Final, "已审核 正式 最終報告 報告済 최종보고 확정"),
        ] {
            for text in texts.split(' ') {
                assert_eq!(read(text), Some(status), "{text}");
            }
        }
        assert_eq!(read("肝臓"), None);
        assert_eq!(read("final"), None);
    }
}
