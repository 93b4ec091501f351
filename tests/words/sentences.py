"""What passages say word for word: by the name of the passage, and the state of the paper."""

from collections.abc import Sequence

VIETNAMESE: dict[tuple[str, str], Sequence[str]] = {
    ("place", "some"): [
        (
            "Huyện Cẩm Thủy có 17 đơn vị hành chính cấp xã (16 xã, 01 thị trấn), 119 khu dân cư với 29.853 hộ gia "
            "đình, 105 cơ quan, tổ chức (37 cơ quan, 11 doanh nghiệp, 55 nhà trường, 02 đơn vị lực lượng vũ trang)."
        )
    ],
    ("place", "published"): [
        ("Huyện Cẩm Thủy có 17 đơn vị hành chính cấp xã (16 xã, 01 thị trấn), 119 khu dân cư với 29.853 hộ gia đình."),
    ],
    ("place", "place"): ["Thôn 1 có 173 hộ gia đình."],
    ("merger", "merged"): [
        (
            "Từ ngày 01/07/2025, theo Nghị quyết số 1686/NQ-UBTVQH15, 17 đơn vị cấp xã được sắp xếp thành 05 xã; "
            "số liệu các kỳ trước được quy về địa giới ngày 01/07/2025."
        )
    ],
    ("pledges", "some"): [
        (
            "Tính đến ngày 31/08/2021, số ký cam kết toàn huyện: 17/17 xã, thị trấn, đạt 100%; 119/119 khu dân cư, "
            "đạt 100%; 25.915/29.853 hộ gia đình, đạt 86,81% (còn 3.938 hộ chưa ký); 9.855/10.402 học sinh, đạt "
            "94,74%; 30/105 cơ quan, tổ chức, đạt 28,57%."
        ),
    ],
    ("pledges", "none"): [
        (
            "Tính đến ngày 31/08/2021, toàn huyện chưa có xã, thị trấn; khu dân cư; hộ gia đình; học sinh; cơ quan, "
            "tổ chức nào ký cam kết."
        ),
    ],
    ("pledges", "unknown"): [
        "[chưa có số liệu: xã, thị trấn; khu dân cư; hộ gia đình; học sinh; cơ quan, tổ chức ký cam kết].",
    ],
    ("pledges", "partial"): [
        (
            "Tính đến ngày 31/08/2021, số ký cam kết toàn huyện: 17/17 xã, thị trấn (số liệu của 15/17 đơn vị đã báo "
            "cáo); 119/119 khu dân cư (số liệu của 15/17 đơn vị đã báo cáo); 25.915/29.853 hộ gia đình (số liệu của "
            "15/17 đơn vị đã báo cáo); 9.855/10.402 học sinh (số liệu của 15/17 nhà trường đã báo cáo); 30/105 cơ "
            "quan, tổ chức (số liệu của 15/17 đơn vị đã báo cáo)."
        ),
    ],
    ("pledges", "published"): [
        (
            "Tính đến ngày 31/08/2021, số ký cam kết toàn huyện: 17/17 xã, thị trấn, đạt 100%; 119/119 khu dân cư, "
            "đạt 100%; 25.915/29.853 hộ gia đình, đạt 86,81% (còn 3.938 hộ chưa ký); 9.855 học sinh; 30 cơ quan, "
            "doanh nghiệp, nhà trường."
        ),
        "Số liệu ký cam kết chỉ báo cáo chung toàn huyện, không phân theo xã, thị trấn.",
    ],
    # Of one kind nothing is known, of others there is nobody at all.
    ("pledges", "place"): [
        (
            "Tính đến ngày 31/08/2021, thôn đã ký cam kết; số ký cam kết toàn thôn: 102/173 hộ gia đình, đạt 58,96% "
            "(còn 71 hộ chưa ký); [chưa có số liệu: học sinh]."
        ),
    ],
    ("period", "some"): [
        (
            "Trong tháng 8/2021 có 03 lượt khu dân cư, 3.340 lượt hộ, 04 lượt cơ quan, tổ chức ký cam kết; 75 lượt hộ "
            "rút cam kết."
        ),
    ],
    ("period", "published"): ["[chưa có số liệu: số lượt ký, lượt rút cam kết trong kỳ]."],
    ("compared", "some"): [
        (
            "So với tháng 3/2021, tỷ lệ xã, thị trấn ký không thay đổi; tỷ lệ khu dân cư ký tăng 75,63 điểm phần "
            "trăm (tăng 90 khu dân cư, tức tăng 310,3%); tỷ lệ hộ ký tăng 74,92 điểm phần trăm (tăng 22.371 hộ, tức "
            "tăng 631,2%; tổng số hộ tăng 45); tỷ lệ cơ quan, tổ chức ký tăng 23,81 điểm phần trăm (tăng 25 cơ quan, "
            "tổ chức, tức tăng 500,0%)."
        ),
        "(Chưa có số liệu kỳ so sánh: học sinh).",
    ],
    ("compared", "earlier unknown"): [
        "(Chưa có số liệu kỳ so sánh).",
    ],
    ("compared", "partial"): [
        "(Chưa có số liệu kỳ so sánh: học sinh).",
        "(Chưa đủ số liệu để so sánh: xã, thị trấn; khu dân cư; hộ gia đình; cơ quan, tổ chức).",
    ],
    ("target", "some"): [
        (
            "So với mức phấn đấu 95% hộ ký, có 01/17 xã, thị trấn đạt; 16 xã, thị trấn chưa đạt, tính riêng từng xã, "
            "thị trấn cần thêm 2.459 hộ; tính chung toàn huyện cần thêm 2.446 hộ."
        ),
    ],
    ("target", "none"): [
        (
            "So với mức phấn đấu 95% hộ ký, chưa có xã, thị trấn nào đạt, tính riêng từng xã, thị trấn cần thêm "
            "28.365 hộ; tính chung toàn huyện cần thêm 28.361 hộ."
        ),
    ],
    ("target", "all"): [
        "So với mức phấn đấu 95% hộ ký, có 17/17 xã, thị trấn đạt; tính chung toàn huyện đã đạt.",
    ],
    ("target", "unknown"): [
        "So với mức phấn đấu 95% hộ ký, [chưa có số liệu: số xã, thị trấn đạt mức phấn đấu; hộ còn thiếu].",
    ],
    ("target", "place"): ["So với mức phấn đấu 95% hộ ký, tính chung toàn thôn cần thêm 63 hộ."],
    ("best-worst", "some"): [
        (
            "Các xã, thị trấn có tỷ lệ hộ ký cao: Cẩm Yên (95,96%), Cẩm Giang (91,84%), Cẩm Phú (90,27%); thấp: Cẩm "
            "Lương (78,66%), Cẩm Vân (81,87%), Cẩm Quý (82,89%)."
        ),
    ],
    ("best-worst", "all"): [
        "Cả 17 xã, thị trấn có cùng tỷ lệ hộ ký là 100%.",
    ],
    ("best-worst", "unknown"): [
        "[chưa có số liệu: tỷ lệ hộ ký của từng xã, thị trấn].",
    ],
    ("best-worst", "merged"): [
        ("Các xã có tỷ lệ hộ ký cao: Cẩm Thủy (91,43%), Cẩm Tân (91,22%); thấp: Cẩm Thạch (90,84%), Cẩm Tú (90,98%)."),
    ],
    ("teams", "some"): [
        (
            "Toàn huyện có 119 tổ an ninh trật tự với 782 thành viên, có mặt ở 119/119 khu dân cư; "
            "1.288 tổ an ninh xã hội với 5.107 thành viên, bình quân 23,2 hộ/tổ."
        )
    ],
    ("teams", "none"): ["Toàn huyện chưa có tổ an ninh trật tự nào; chưa có tổ an ninh xã hội nào."],
    ("teams", "unknown"): ["[chưa có số liệu: tổ an ninh trật tự; tổ an ninh xã hội]."],
    ("teams", "published"): [  # one number that is not known stands as a gap in its clause
        (
            "Toàn huyện có 119 tổ an ninh trật tự với […] thành viên, có mặt ở 119/119 khu dân cư; "
            "1.288 tổ an ninh xã hội với […] thành viên, bình quân 23,2 hộ/tổ."
        )
    ],
    ("teams", "merged"): [
        "Toàn cụm xã có 1.274 tổ an ninh xã hội với 5.051 thành viên, bình quân 23,5 hộ/tổ.",
        (
            "Thực hiện Luật số 30/2023/QH15, đã thành lập 119 tổ bảo vệ an ninh, trật tự với 357 thành viên, có mặt ở "
            "119/119 khu dân cư."
        ),
    ],
    ("models", "some"): [
        (
            "Duy trì 05 mô hình với 20 điểm: “Cựu chiến binh với ANTT” (06 điểm); “Cổng trường tự quản về TTATGT” "
            "(05 điểm, tại 05/55 nhà trường); “Thanh niên tự quản về ANTT” (03 điểm); “Dòng họ tự quản về ANTT” "
            "(03 điểm); “Ánh sáng đường quê gắn với ANTT” (03 điểm)."
        ),
        "So với tháng 3/2021, số điểm mô hình tăng 02 điểm, tức tăng 11,1%.",
    ],
    ("standard", "some"): [
        (
            "Năm xét 2021 (từ ngày 31/10/2020 đến ngày 31/10/2021 đối với khu dân cư; từ ngày 30/11/2020 đến ngày "
            "30/11/2021 đối với xã, thị trấn, cơ quan, doanh nghiệp; từ ngày 01/09/2020 đến ngày 31/08/2021 đối với "
            "nhà trường), theo Thông tư số 23/2012/TT-BCA: 17/119 khu dân cư đạt (14,29%), 72 không đạt, 20 đang chờ "
            "quyết định, 10 chưa xét; chưa có xã, thị trấn nào đạt, 17 đang chờ quyết định; 23/37 cơ quan đạt "
            "(62,16%), 10 không đạt, 02 đang chờ quyết định, 02 chưa xét; 03/11 doanh nghiệp đạt (27,27%), 08 chưa "
            "xét; 22/55 nhà trường đạt (40,00%), 10 không đạt, 23 chưa xét."
        ),
    ],
    ("standard", "year"): [  # of the year that ended within it, each kind of subject on its own last day
        (
            "Năm xét 2021 (từ ngày 31/10/2020 đến ngày 31/10/2021 đối với khu dân cư; từ ngày 30/11/2020 đến ngày "
            "30/11/2021 đối với xã, thị trấn, cơ quan, doanh nghiệp; từ ngày 01/09/2020 đến ngày 31/08/2021 đối với "
            "nhà trường), theo Thông tư số 23/2012/TT-BCA: 17/119 khu dân cư đạt (14,29%), 92 không đạt, 10 chưa xét; "
            "01/17 xã, thị trấn đạt (5,88%), 16 không đạt; 24/37 cơ quan đạt (64,86%), 11 không đạt, 02 chưa xét; "
            "03/11 doanh nghiệp đạt (27,27%), 08 chưa xét; 22/55 nhà trường đạt (40,00%), 10 không đạt, 23 chưa xét."
        ),
        "Năm xét 2022 đã bắt đầu, chưa có kết quả xét.",
    ],
    ("standard", "merged"): [
        (
            "Năm xét 2025 (từ ngày 01/11/2024 đến ngày 31/10/2025 đối với khu dân cư; từ ngày 16/11/2024 đến ngày "
            "15/11/2025 đối với xã, cơ quan, doanh nghiệp, cơ sở giáo dục), theo Thông tư số 124/2021/TT-BCA: chưa có "
            "khu dân cư nào đạt, 03 không đạt, 116 chưa xét; chưa xét xã nào; 04/37 cơ quan đạt (10,81%), 33 chưa "
            "xét; 01/05 doanh nghiệp đạt (20,00%), 04 chưa xét; 01/21 cơ sở giáo dục đạt (4,76%), 20 chưa xét."
        ),
        (
            "Không thuộc diện xét: 06 doanh nghiệp (nhỏ, siêu nhỏ); 34 cơ sở giáo dục (tiểu học, mầm non); "
            "02 đơn vị lực lượng vũ trang."
        ),
    ],
    ("standard", "published"): [
        (
            "Năm xét 2021 (từ ngày 30/11/2020 đến ngày 30/11/2021), theo Thông tư số 23/2012/TT-BCA: 17/17 xã, thị "
            "trấn đạt (100%)."
        ),
        "[chưa có số liệu: cơ quan, doanh nghiệp, nhà trường đạt tiêu chuẩn “An toàn về an ninh, trật tự”].",
    ],
    ("registration", "some"): [
        (
            "Tính đến ngày 31/08/2021, toàn huyện có 1.490/29.853 hộ đăng ký tham gia xây dựng khu dân cư “An toàn về "
            "an ninh, trật tự”, đạt 4,99%."
        ),
    ],
    ("registration", "commune"): [
        (
            "Tính đến ngày 31/08/2021, toàn xã có 608/820 hộ đăng ký tham gia xây dựng khu dân cư “An toàn về an "
            "ninh, trật tự”, đạt 74,15%."
        ),
        "Chưa có khu dân cư nào có 100% hộ đăng ký.",
    ],
    ("activities", "some"): [
        (
            "Trong tháng 8/2021: tuyên truyền 25 buổi với 2.229 lượt người tham gia; tin báo của người dân 30 tin; "
            "khen thưởng 18 tập thể, cá nhân; camera an ninh lắp mới 13 mắt."
        ),
        "(Không tính 01 dòng hoạt động lấn sang kỳ khác).",
    ],
    ("activities", "stock"): [
        (
            "Từ đầu năm đến ngày 31/08/2021: tuyên truyền 205 buổi với 16.937 lượt người tham gia; "
            "tin báo của người dân 203 tin; khen thưởng 28 tập thể, cá nhân; camera an ninh lắp mới 144 mắt."
        )
    ],
    ("activities", "merged"): [
        (
            "Trong quý III/2025: tuyên truyền 22 buổi với 1.684 lượt người tham gia; chưa ghi nhận: tin báo của người "
            "dân, khen thưởng, camera an ninh lắp mới."
        ),
    ],
    ("partners", "some"): [
        "Các đơn vị phối hợp: Hội Nông dân, Mặt trận Tổ quốc, Hội Người cao tuổi, Hội Cựu chiến binh, Hội Phụ nữ."
    ],
    ("achieved", "some"): [
        (
            "Có 17/17 xã, thị trấn và 119/119 khu dân cư đã ký cam kết; 119/119 khu dân cư có tổ an ninh trật tự; "
            "119/119 khu dân cư có tổ an ninh xã hội; 01 xã, thị trấn đạt mức phấn đấu 95% hộ ký."
        ),
    ],
    ("achieved", "none"): ["Chưa có chỉ tiêu nào đạt 100%."],
    ("achieved", "partial"): ["Chưa xác định được chỉ tiêu nào đạt 100%."],
    ("achieved", "unknown"): ["[chưa có số liệu: kết quả ký cam kết]."],
    ("lacking", "some"): [
        "Còn 16/17 xã, thị trấn có tỷ lệ hộ ký dưới 95%; thấp nhất là xã Cẩm Lương (78,66%).",
        "Tỷ lệ cơ quan, tổ chức ký cam kết còn thấp (28,57%).",
        "Còn 547 học sinh chưa ký cam kết.",
    ],
    ("lacking", "all"): ["Theo số liệu ký cam kết, không còn chỉ tiêu nào chưa đạt."],
    ("lacking", "partial"): [
        "Còn 17 xã, thị trấn chưa đủ số liệu về tỷ lệ hộ ký.",
    ],
    ("returns-late", "some"): [
        (
            "Trong tháng 8/2021, các xã, thị trấn phải gửi 17 báo cáo số liệu hộ gia đình ký cam kết, đã gửi 16, "
            "đúng hạn 14; chưa gửi: Cẩm Yên; gửi muộn: Cẩm Long; không rõ ngày nhận: Cẩm Vân."
        )
    ],
    ("returns-late", "quarter"): [
        (
            "Trong quý III/2021, các xã, thị trấn phải gửi 34 báo cáo tháng số liệu hộ gia đình ký cam kết (tháng 7, "
            "tháng 8), đã gửi 33, đúng hạn 30; tháng 7 gửi muộn: Cẩm Phú; tháng 8 chưa gửi: Cẩm Yên; gửi muộn: Cẩm "
            "Long; không rõ ngày nhận: Cẩm Vân."
        )
    ],
    ("returns-late", "returns on-time"): [],  # what was sent in time is not lacking
    ("returns-late", "merged"): [],  # the day of the book is in 2021
    ("returns-late", "returns missing"): [
        (
            "Trong tháng 8/2021, các xã, thị trấn phải gửi 17 báo cáo số liệu hộ gia đình ký cam kết, "
            "chưa gửi báo cáo nào."
        )
    ],
    ("returns-late", "published"): [
        (
            "Trong tháng 8/2021, chưa có số liệu mô hình; xét tiêu chuẩn “An toàn về an ninh, trật tự” (cơ quan, doanh "
            "nghiệp, nhà trường)."
        )
    ],
    ("to-do", "some"): [
        (
            "Vận động thêm ít nhất 2.459 hộ ký cam kết để các xã, thị trấn đều đạt mức phấn đấu 95%, tập trung ở các "
            "xã, thị trấn: Phong Sơn (433), Cẩm Vân (251), Cẩm Quý (244)."
        ),
        "Tiếp tục vận động 547 học sinh và 75 cơ quan, tổ chức chưa ký cam kết.",
        "Đôn đốc các xã, thị trấn chưa gửi báo cáo: Cẩm Yên.",
    ],
    ("to-do", "unknown"): [
        "[chưa có số liệu: kết quả ký cam kết].",
        "Đôn đốc các xã, thị trấn chưa gửi báo cáo: Cẩm Yên.",
    ],
    # The district need not remind itself.
    ("to-do", "published"): ["Tiếp tục vận động 3.938 hộ gia đình chưa ký cam kết."],
    ("closing", "some"): ["Trên đây là báo cáo kết quả tháng 8/2021; UBND huyện Cẩm Thủy trân trọng báo cáo./."],
}
ENGLISH: dict[tuple[str, str], Sequence[str]] = {
    ("place", "place"): ["Thôn 1 (residential area) has 173 households."],
    ("merger", "merged"): [
        (
            "On 01/07/2025, by Nghị quyết số 1686/NQ-UBTVQH15, 17 communes became 5; "
            "figures of earlier periods are put on the map of 01/07/2025."
        )
    ],
    ("pledges", "some"): [
        (
            "By 31/08/2021, signed in the whole district: 17/17 communes (100%); 119/119 residential areas (100%); "
            "25,915/29,853 households (86.81%; 3,938 have not signed); 9,855/10,402 students (94.74%); 30/105 "
            "organisations (28.57%)."
        ),
    ],
    ("pledges", "none"): [
        (
            "By 31/08/2021, signed in the whole district: no communes; no residential areas; no households; no "
            "students; no organisations."
        ),
    ],
    ("compared", "earlier unknown"): [
        "(No figures of the earlier period).",
    ],
    ("target", "some"): [
        (
            "Target: 95% of households; 1/17 communes reach it; 16 communes below it need 2,459 more households, each "
            "for itself; the whole district needs 2,446 more."
        ),
    ],
    ("best-worst", "all"): [
        "All 17 communes have the same signing rate of households, 100%.",
    ],
    ("teams", "unknown"): ["[no figures: security-and-order teams; social-security groups]."],
    ("returns-late", "quarter"): [
        (
            "For Q3 2021, 34 returns of households (7/2021, 8/2021) were expected of communes, 33 sent, 30 on time; "
            "7/2021 late: Cẩm Phú; 8/2021 not sent: Cẩm Yên; late: Cẩm Long; day of receipt not known: Cẩm Vân."
        )
    ],
    ("achieved", "none"): ["Nothing has reached 100% as yet."],
    ("activities", "merged"): [
        (
            "In Q3 2025: outreach: 22 sessions with 1,684 participants; none recorded: tips from the public, awards, "
            "cameras put up."
        ),
    ],
    ("closing", "merged"): [
        "This is the report on the results of Q3 2025; [name of the office] respectfully submits it."
    ],
    ("closing", "some"): ["This is the report on the results of 8/2021; UBND huyện Cẩm Thủy respectfully submits it."],
}
