"""Mỗi quy tắc để làm gì: điều phải đúng, và vì sao có quy tắc."""

TEXTS = {
    # Cấu trúc.
    "F001.holds": "Có một sổ: một thư mục chứa antq.toml.",
    "F001.why": "antq.toml cho biết các sổ đăng ký ghi về việc gì, đơn vị nào đứng đầu và mỗi loại được đếm ra sao; "
    "không có tệp này thì không dòng nào có nghĩa.",
    "F002.holds": "Mọi tệp của sổ đều mở và đọc được.",
    "F002.why": "Sổ đăng ký không mở được không phải là sổ trống: nếu vẫn đếm thì các đơn vị trong đó như thể không "
    "ai ký.",
    "F003.holds": "Mỗi sổ đăng ký chỉ có một dạng trong sổ: tệp CSV, tệp TOML hoặc thư mục gồm các tệp như vậy.",
    "F003.why": "Trong hai bản có một bản đã cũ mà không biết là bản nào; đọc cả hai thì mọi thứ bị đếm hai lần.",
    "F004.holds": "Mọi tệp đều ở mã UTF-8.",
    "F004.why": "Trong windows-1258, TCVN3 hay VNI, cùng một byte là chữ khác. Đoán mã là lặng lẽ đổi tên, mà đơn vị "
    "bị đổi tên thì không ai tìm ra.",
    "F005.holds": "Không tệp nào có ký tự NUL.",
    "F005.why": "NUL là dấu hiệu tệp hỏng hoặc là UTF-16; có chương trình dừng ở đó và bỏ mất phần còn lại của tệp.",
    "F006.holds": "Dòng kết thúc bằng LF hoặc CRLF.",
    "F006.why": "Ký tự CR đứng một mình có chương trình coi là hết dòng, có chương trình không: cùng một tệp mà mỗi "
    "máy đọc ra các dòng khác nhau.",
    "F007.holds": "Dấu thứ tự byte chỉ đứng ở đầu tệp.",
    "F007.why": "Ở giữa tệp thì không nhìn thấy dấu này, nhưng mã nào dính nó sẽ không khớp với mã nào khác. Đó là "
    "dấu vết các tệp bị nối vào nhau, thường kèm một dòng tiêu đề thứ hai.",
    "F008.holds": "Dấu ngoặc kép bao trọn cả ô, dấu ở bên trong thì viết đôi.",
    "F008.why": "Nếu không thì không biết ô kết thúc ở đâu, và một dấu phẩy trong tên sẽ đẩy mọi số đứng sau sang "
    "cột khác.",
    "F009.holds": "Dấu ngoặc kép mở đầu một ô đều được đóng.",
    "F009.why": "Dấu để ngỏ gom phần còn lại của tệp vào một ô, và mọi dòng trong đó bị mất.",
    "F010.holds": "Dòng đầu của sổ đăng ký ghi tên các cột.",
    "F010.why": "Không có tên cột thì không biết số nào là số đếm, số nào là tổng số. Bảng tính thường có dòng tên "
    "bảng ở phía trên; phải bỏ dòng đó đi.",
    "F011.holds": "Mỗi dòng có đủ số ô như dòng tiêu đề, kể cả ô trống.",
    "F011.why": "Thiếu một ô thì các ô sau lệch sang trái một cột, và tổng số bị đọc thành số đếm.",
    "F012.holds": "Không dòng nào nhiều ô hơn dòng tiêu đề.",
    "F012.why": "Thường là có dấu phẩy trong tên hoặc trong số: 25,915 thành 25 và 915, và các ô sau lệch sang phải.",
    "F013.holds": "Sổ đăng ký chỉ có những cột đã quy định.",
    "F013.why": "Cột viết sai tên sẽ bị coi là bỏ trống. Thông tin không cần để đếm, trước hết là họ tên, không được "
    "để trong sổ.",
    "F014.holds": "Sổ đăng ký có đủ các cột bắt buộc.",
    "F014.why": "Thiếu cột đó thì không dòng nào có chỗ hay có ngày: một cam kết không có ngày thì không biết có "
    "hiệu lực từ bao giờ.",
    "F015.holds": "Mỗi cột chỉ có một lần.",
    "F015.why": "Có hai cột cùng tên thì chương trình giữ lại một cột, không phải lúc nào cũng là cột ấy, và số ở "
    "cột kia biến mất.",
    "F016.holds": "Tệp TOML viết đúng cú pháp TOML.",
    "F016.why": "Sau lỗi đầu tiên thì không biết giá trị nào thuộc bảng nào; đọc một nửa tệp thì ra điều sai.",
    "F017.holds": "Sổ đăng ký dạng TOML chỉ gồm các bảng mang tên của nó.",
    "F017.why": "Những gì ghi dưới tên khác, như [[unit]] thay vì [[units]], sẽ bị lặng lẽ bỏ qua, kéo theo các dòng "
    "trong đó.",
    "F018.holds": "Bên cạnh các sổ đăng ký không có tệp hay thư mục nào trông giống sổ đăng ký.",
    "F018.why": "Tệp return.csv hay thư mục Claims không được đọc, trong khi người ghi tin rằng các dòng của mình đã "
    "được đếm.",
    "F019.holds": "Sổ có đủ các sổ đăng ký mà antq.toml nói số liệu được đếm từ đó.",
    "F019.why": "Thiếu sổ đăng ký không phải là sổ đăng ký không có dòng nào. Số liệu sẽ thành 0, nghĩa là không ai "
    "ký, trong khi thật ra là chưa biết gì.",
    # antq.toml.
    "S001.holds": "antq.toml chỉ có những khoá mà antq biết.",
    "S001.why": "Khoá viết sai sẽ bị bỏ qua, và sổ được đếm khác với điều đã ghi: viết `targt` thì số còn thiếu sẽ "
    "tính đến 100%.",
    "S002.holds": "Mỗi giá trị trong antq.toml đúng loại mà khoá đòi hỏi.",
    "S002.why": "antq.toml quyết định đếm gì, đến ngày nào và trên tổng số nào; điều không hiểu được ở đó thì không "
    "được đoán.",
    "S003.holds": "antq.toml có đủ các khoá bắt buộc.",
    "S003.why": "Thiếu đơn vị đứng đầu hay nguồn gốc số liệu thì không số nào nói được là của ai và có phải số liệu "
    "thực hay không.",
    "S004.holds": "Những gì antq.toml nhắc đến đều có: cấp, lịch, loại, chỉ tiêu, sổ đăng ký, quy tắc.",
    "S004.why": "Nhắc đến điều không có thì những gì dựa vào đó mất theo: loại do một cấp không có báo cáo thì không "
    "ai báo cáo.",
    "S005.holds": "antq.toml theo phiên bản schema mà antq này đọc được.",
    "S005.why": "Một khoá của schema sau có thể làm thay đổi cách đếm mà phiên bản này không nhận ra.",
    "S006.holds": "Ngày trong antq.toml viết theo kiểu ngày, không có ngoặc kép và không có giờ.",
    "S006.why": 'Ngày đếm nằm trong antq.toml. Chuỗi "03/08/2021" có thể hiểu theo hai cách, và khi đó mọi số liệu '
    "của sổ là của một ngày khác.",
    "S007.holds": "Các mã trong antq.toml gồm chữ cái không dấu, chữ số và dấu gạch nối.",
    "S007.why": "Mã được ghi trong sổ đăng ký, trong mã số liệu và trên dòng lệnh, nơi một dấu cách hay một dấu "
    "thanh biến một từ thành hai.",
    "S008.holds": "Mỗi cấp chỉ có một lần.",
    "S008.why": "Thứ tự các cấp cho biết đơn vị nào nằm trong đơn vị nào; cấp có hai lần thì sẽ đứng trên chính nó.",
    "S009.holds": "Học sinh được đếm theo báo cáo, không bao giờ theo nhật ký.",
    "S009.why": "Học sinh là số đếm theo trường. Một nhật ký về học sinh sẽ là danh sách trẻ em.",
    "S010.holds": "Đơn vị mà antq.toml gọi là đứng đầu có trong sổ units.",
    "S010.why": "Mọi số liệu được cộng lên đơn vị đứng đầu; không có nó thì cuộc vận động không có tổng số.",
    "S011.holds": "Chỉ loại đếm theo nhật ký mới nói cam kết hết hiệu lực khi nào.",
    "S011.why": "Báo cáo cho biết có bao nhiêu cam kết chứ không cho biết ký ngày nào, nên không tính được hết hiệu "
    "lực; ghi như vậy là hứa một số liệu không ai đếm.",
    "S012.holds": "Mỗi ngày có nhiều nhất một quy định xét một loại đối tượng.",
    "S012.why": "Theo hai quy định thì trong cùng một ngày một xã vừa đạt vừa không đạt tiêu chuẩn.",
    "S013.holds": "Chỉ dùng đến phần của năm theo lịch có các năm nối tiếp nhau.",
    "S013.why": "Ở đâu các năm chồng lên nhau hoặc để hở ngày, như theo TT 23/2012/TT-BCA, thì không thể nói những "
    "ngày ấy thuộc quý nào.",
    "S014.holds": "Chỉ đòi hỏi tỷ lệ ở chỉ tiêu có tổng số.",
    "S014.why": "Không có tỷ lệ phần trăm của một tổng số chưa biết: không thể nói tiêu chí đạt hay chưa đạt, và "
    "không đối tượng nào xét được.",
    "S015.holds": "Trong antq.toml, những gì có ngày bắt đầu và ngày kết thúc thì kết thúc sau khi bắt đầu.",
    "S015.why": "Loại hoặc quy định kết thúc trước khi bắt đầu thì không có ngày nào, và không dòng nào của nó được "
    "đếm.",
    "S016.holds": "Mỗi tiêu chí chỉ nêu một chỉ tiêu một lần.",
    "S016.why": "Các chỉ tiêu của một tiêu chí được cộng lại. Chỉ tiêu nêu hai lần sẽ được tính gấp đôi, và khi đòi "
    "hỏi một con số thì chỉ cần một nửa là đủ.",
    "S017.holds": "Không miễn trừ nào đã quá ngày hết hạn.",
    "S017.why": "Miễn trừ có thời hạn là lời hứa sẽ sửa trước ngày đó. Ngày ấy đã đến, các phát hiện được nêu trở "
    "lại, còn miễn trừ chỉ có vẻ như vẫn có tác dụng.",
    "S018.holds": "Mỗi miễn trừ đều miễn được phát hiện nào đó.",
    "S018.why": "Chỗ được miễn đã sửa xong, hoặc khoá của miễn trừ chưa bao giờ khớp; để lại thì nó che lỗi sau này "
    "ở chỗ ấy.",
    "S019.holds": "Không miễn trừ hay châm chước điều khiến một tệp không đọc được, hoặc lỗi của chính các miễn trừ.",
    "S019.why": "Khi một tệp hoặc antq.toml bị từ chối thì không có số liệu. Miễn trừ sẽ làm cho sổ có vẻ ổn trong "
    "khi không lệnh nào đếm được.",
    # Giá trị trong một sổ đăng ký.
    "D101.holds": "Mã gồm chữ cái không dấu, chữ số và dấu gạch nối.",
    "D101.why": "Mã được so từng ký tự. Một dấu cách ở cuối hay một chữ chỉ trông giống sẽ thành mã của hộ khác, và "
    "dòng đó không thuộc về ai.",
    "D102.holds": "Ngày viết theo năm-tháng-ngày: 2021-08-31.",
    "D102.why": "03/08/2021 là tháng Tám hay tháng Ba tuỳ người đọc. Sai ngày thì cam kết bị tính vào kỳ khác; ở đây "
    "không đoán.",
    "D103.holds": "Ngày nào cũng có trên lịch.",
    "D103.why": "Không ai ký vào ngày 30 tháng Hai: ngày đã gõ nhầm, có khi cả tháng, và chỉ bản giấy cho biết ngày "
    "đúng.",
    "D104.holds": "Số đếm là số nguyên từ 0 trở lên, chỉ viết bằng chữ số.",
    "D104.why": "Trên giấy tờ, 25.915 là hơn hai mươi lăm nghìn, với chương trình thì chưa đến 26; đọc nhầm thì nhỏ "
    "đi một nghìn lần.",
    "D105.holds": "Các ô mà dòng nào cũng phải có đều được điền.",
    "D105.why": "Bỏ trống không phải là 0; số 0 thì phải ghi ra. Dòng thiếu đơn vị, ngày hoặc số đếm thì không có "
    "chỗ và bị bỏ ra.",
    "D106.holds": "Cột chỉ nhận một số từ thì ghi một trong các từ đó.",
    "D106.why": "Viết sai từ `signed` thì không có chữ ký nào, viết sai lý do thì nhà không có người ở vẫn nằm trong "
    "tổng số.",
    "D107.holds": "Chữ viết ở dạng dựng sẵn của Unicode (NFC).",
    "D107.why": "Trong tệp chuyển từ windows-1258, chữ cái và dấu thanh tách rời nhau. Cẩm Thủy trên màn hình trông "
    "như nhau nhưng không bằng nhau: một nơi thành hai.",
    "D108.holds": "Chỉ tiêu viết theo nhóm và loại, như pledges.household.",
    "D108.why": "Báo cáo vào đúng số liệu là nhờ chỉ tiêu. Ghi tên khác thì số đó không có trong tổng nào, và nơi "
    "gửi như chưa báo cáo.",
    "D109.holds": "Giá trị trong TOML đúng kiểu mà cột đòi hỏi.",
    "D109.why": "Mã viết thành số thì mất các số 0 ở đầu: 00123 thành 123, và không đơn vị nào có mã ấy.",
    "D110.holds": "Mỗi số đã công bố nêu rõ là số liệu nào: chỉ tiêu, đơn vị và ngày.",
    "D110.why": "Mỗi ngày và mỗi đơn vị sổ có một số khác; không nêu ngày và đơn vị thì số đã công bố không đối "
    "chiếu được với gì.",
    "D111.holds": "Số đã công bố viết thành số đếm, tỷ số hoặc tỷ lệ phần trăm đến 100.",
    "D111.why": "“Trên 90%” hay 25.915 thì không thể xác nhận cũng không thể bác bỏ, mà số không bao giờ được đối "
    "chiếu thì trông như đúng.",
    "D112.holds": "Năm xét viết bằng bốn chữ số.",
    "D112.why": "Năm xét cho biết xét từ ngày nào đến ngày nào và theo tiêu chí nào; kết quả của năm 21 hay "
    "2021-2022 không thuộc quyết định nào.",
    "D113.holds": "Chữ và dấu cách đúng là chữ và dấu cách mà mắt nhìn thấy.",
    "D113.why": "Ð thay Đ, Ƣ thay Ư, chữ Nga lẫn trong chữ Việt, chữ số toàn rộng, dấu cách không ngắt hoặc không có "
    "bề rộng: mắt thấy một tên, máy tìm không ra.",
    "D114.holds": "Ô chữ chỉ có chữ đọc được, không có dấu cách ở đầu hay ở cuối.",
    "D114.why": "U+FFFD đứng ở chỗ máy không đọc được chữ, ký tự điều khiển lẫn vào khi sao chép: tên không còn đúng "
    "như trên giấy. Thừa một dấu cách ở cuối thì mắt không thấy, nhưng khi tìm kiếm đó là một tên khác.",
    "D201.holds": "Ngày cuối, tức ngày đầu tiên không còn như vậy, đứng sau ngày đầu.",
    "D201.why": "Quãng kết thúc trước khi bắt đầu thì không có ngày nào: hộ hoặc tổ ấy không có trong tổng số nào. "
    "Thường là hai ngày bị ghi đảo.",
    "D202.holds": "Số đếm không lớn hơn tổng số.",
    "D202.why": "Số ký nhiều hơn số hộ thì một trong hai số sai. Tỷ lệ vẫn hiện như đã ghi, trên 100%, vì chỉ bản "
    "giấy cho biết số nào sai.",
    "D301.holds": "Mỗi dòng chỉ có một lần.",
    "D301.why": "Hai dòng giống hệt nhau chỉ được đếm một lần, nên số liệu vẫn đúng. Nhưng dán một dòng hai lần thì "
    "có thể đã dán đè lên dòng khác.",
    "D302.holds": "Các dòng cùng khoá ghi như nhau.",
    "D302.why": "Hai số của một đơn vị trong cùng một ngày không thể cùng đúng. Không biết số nào đúng nên không đếm "
    "số nào, và đơn vị ấy thiếu trong tổng.",
    "D303.holds": "Các quãng của cùng một mã không chồng lên nhau.",
    "D303.why": "Vào những ngày trùng, một hộ sẽ ở hai khu dân cư và có hai lần trong tổng số; quãng sau bị bỏ ra.",
    # Tham chiếu.
    "X101.holds": "Đơn vị mà dòng nêu ra đã từng có.",
    "X101.why": "Các xã gần nhau chỉ khác một chữ (Cẩm Tâm, Cẩm Tân), nên mã sai không bao giờ được sửa theo độ "
    "giống: các dòng ấy bị bỏ ra khỏi mọi tổng số.",
    "X102.holds": "Đơn vị mà dòng nêu ra đang hoạt động vào ngày đầu của dòng.",
    "X102.why": "Mã được dùng lại: 15148 là Cẩm Giang đến hết ngày 30/06/2025, từ ngày hôm sau là Cẩm Tú. Chỉ có "
    "ngày mới cho biết là đơn vị nào.",
    "X103.holds": "Cấp của mọi đơn vị có trong antq.toml.",
    "X103.why": "Đơn vị thuộc cấp không rõ thì không có trong bảng theo cấp nào, và không biết có phải báo cáo hay "
    "được xét hay không.",
    "X104.holds": "Không đơn vị nào nằm trong chính nó hoặc trong đơn vị nằm trong nó.",
    "X104.why": "Từ một vòng khép kín không có đường lên đơn vị đứng đầu: những gì trong đó không có trong tổng số "
    "nào.",
    "X105.holds": "Đơn vị nằm trong một đơn vị thuộc cấp cao hơn.",
    "X105.why": "Xã nằm trong một xã khác sẽ được đếm ở cả hai, và bảng theo xã có các hộ ấy hai lần. Đường lên như "
    "vậy không được theo, nên những gì thuộc đơn vị không có trong tổng số nào.",
    "X106.holds": "Những gì thuộc đơn vị đã kết thúc được crosswalk chuyển tiếp.",
    "X106.why": "Nếu không thì từ ngày sáp nhập các hộ của xã cũ không ở đâu cả, như thể tất cả đã chuyển đi.",
    "X107.holds": "Mọi đơn vị đều thuộc đơn vị đứng đầu cuộc vận động.",
    "X107.why": "Số liệu được cộng từ dưới lên. Những gì trong đơn vị không có đường lên thì không có trong tổng số "
    "nào, mà nhìn tổng số không biết là thiếu.",
    "X108.holds": "Không có gì thuộc về một đơn vị trước khi đơn vị thành lập.",
    "X108.why": "Hộ không ghi ngày đầu thì coi như có từ trước đến nay, còn đơn vị thì không: những ngày trước đó hộ "
    "không có chỗ và bị bỏ ra.",
    "X109.holds": "Mỗi dòng của crosswalk là của một đơn vị kết thúc đúng vào ngày ghi ở dòng.",
    "X109.why": "Dòng không khớp với lần kết thúc nào thì không chuyển tiếp gì. Nếu chỉ ghi nhầm ngày thì mọi thứ "
    "của đơn vị thật sự kết thúc rơi khỏi tổng số.",
    "X110.holds": "Chỉ ghi `same` khi một đơn vị, và chỉ riêng nó, trở thành đơn vị bắt đầu vào ngày ấy.",
    "X110.why": "Với `same`, cam kết và báo cáo của chính đơn vị đi theo. Sau sáp nhập, như vậy cam kết của một xã "
    "cũ sẽ thành cam kết của cả xã mới.",
    "X111.holds": "Đơn vị kết thúc thì nhập trọn vào một đơn vị, hoặc chia ra từng phần.",
    "X111.why": "Nếu tất cả cùng đi về hai nơi thì các hộ bị đếm hai lần, hoặc ở nơi mà dòng ghi trước chỉ ra; vì "
    "vậy không theo hướng nào.",
    "X201.holds": "Loại mà dòng nêu ra được khai báo trong antq.toml.",
    "X201.why": "Cam kết thuộc loại `houshold` không có trong bảng nào: dòng vẫn ở trong sổ mà người đã ký coi như "
    "chưa ký.",
    "X202.holds": "Bên đã ký có trong sổ đăng ký của đối tượng ký loại này.",
    "X202.why": "Có số ký mà không có trong tổng số thì tỷ lệ có thể vượt 100%, nên cam kết bị bỏ ra. Thường là mã "
    "ghi nhầm, còn hộ đã ký thật thì coi như chưa ký.",
    "X203.holds": "Ngày cam kết nằm trong quãng mà bên cam kết có trong sổ đăng ký.",
    "X203.why": "Chưa đến hoặc đã đi thì không thể ký ở đó: ngày cam kết hoặc ngày của quãng bị sai, và sai ngày nào "
    "cũng làm thay đổi số liệu.",
    "X204.holds": "Đơn vị và tổ chức không dùng chung mã.",
    "X204.why": "Báo cáo, cam kết và kết quả xét chỉ nêu mã; mã dùng chung thì không biết là nói trường học hay nói "
    "xã.",
    "X205.holds": "Chỉ tiêu của báo cáo được khai báo trong antq.toml.",
    "X205.why": "Con số có trong sổ mà không có trong số liệu nào, và không ai nhận ra là thiếu.",
    "X206.holds": "Tổ và mô hình tồn tại trong thời gian có loại đó.",
    "X206.why": "Tổ bảo vệ ANTT theo luật thay thế các tổ trước từ ngày 01/07/2024 (Luật 30/2023/QH15); tổ cũ không "
    "ghi ngày kết thúc thì được đếm cùng với tổ thay thế nó.",
    "X207.holds": "Tổ chức có mô hình đã có trong sổ đăng ký vào ngày mô hình được lập.",
    "X207.why": "Mô hình có mặt ở bao nhiêu nơi là đếm theo tổ chức có mô hình: trường không có trong sổ thì không "
    "nằm trong số trường có mô hình.",
    "X208.holds": "Lý do được miễn xét là lý do mà một quy định nêu ra.",
    "X208.why": "Ghi sai lý do thì tổ chức vẫn nằm trong số phải xét, và tỷ lệ đạt tiêu chuẩn bị thấp đi.",
    "X209.holds": "Báo cáo được tính vào một số liệu, hoặc đối chiếu được với một số liệu.",
    "X209.why": "Người nhập tin rằng số đó đã được tính. Số học sinh của xã lấy theo báo cáo của xã: số do một khu "
    "dân cư hay một trường gửi riêng không cộng vào đó, mà không ai được báo.",
    "X301.holds": "Quy định của kết quả được khai báo trong antq.toml.",
    "X301.why": "Quy định có tiêu chí, năm xét và đối tượng được miễn. Kết quả không rõ theo quy định nào thì không "
    "nói lên gì, và đối tượng coi như chưa xét.",
    "X302.holds": "Ngày của kết quả là ngày quy định có hiệu lực.",
    "X302.why": "TT 124/2021/TT-BCA thay TT 23/2012/TT-BCA từ ngày 10/02/2022; kết quả theo quy định sai là xét bằng "
    "tiêu chí không phải của ngày đó.",
    "X303.holds": "Đối tượng của kết quả đang có vào ngày đó.",
    "X303.why": "Kết quả không thuộc về ai thì không tính cho ai, và đối tượng thật coi như chưa xét.",
    "X304.holds": "Quy định của kết quả có xét loại đối tượng này.",
    "X304.why": "Kết quả mà không quy định nào đòi hỏi thì không có trong tổng số: nếu đếm thì tỷ lệ đạt tiêu chuẩn "
    "sẽ cao lên.",
    "X305.holds": "Đối tượng được miễn xét thì không có kết quả.",
    "X305.why": "Đơn vị lực lượng vũ trang, doanh nghiệp nhỏ và trường tiểu học được miễn theo TT 124/2021/TT-BCA. "
    "Đã không có trong tổng số thì không được có trong số đạt.",
    "X306.holds": "Ngày của kết quả nằm trong năm xét.",
    "X306.why": "Năm xét cho biết chữ ký và tiêu chí của năm nào được tính. Ghi nhầm năm thì kết quả đứng vào một "
    "năm mà không ai xét.",
    # Thời gian.
    "T001.holds": "Các năm của một lịch nối tiếp nhau, không chồng lên nhau.",
    "T001.why": "Ngày thuộc hai năm thì không biết tính vào năm nào. TT 23/2012/TT-BCA quy định đúng như vậy: ngày "
    "31/10 vừa kết thúc một năm của khu dân cư vừa bắt đầu năm sau.",
    "T002.holds": "Không có ngày nào ở giữa hai năm của một lịch.",
    "T002.why": "Ký vào ngày như vậy thì theo lịch này không bao giờ có hiệu lực, và không thuộc kỳ nào.",
    "T101.holds": "Việc đã xảy ra thì có ngày không sau ngày hôm nay.",
    "T101.why": "Một cam kết năm 2026 gõ nhầm thành 2062 sẽ thiếu trong mọi số liệu cho đến lúc đó.",
    "T102.holds": "Báo cáo được nhận vào ngày của số liệu hoặc sau ngày đó.",
    "T102.why": "Số liệu đến một ngày không thể có trước ngày đó: một trong hai ngày bị sai, và có thể số liệu là "
    "của ngày khác.",
    "T103.holds": "Báo cáo của kỳ gần nhất đã kết thúc được nhận trong hạn.",
    "T103.why": "Báo cáo chậm thì thiếu trong bản tổng hợp đúng kỳ, hoặc có mặt bằng số cũ; cần thấy nơi nào thường "
    "xuyên chậm.",
    "T104.holds": "Nơi nào phải báo cáo đều đã gửi báo cáo của kỳ gần nhất đã kết thúc.",
    "T104.why": "Thiếu báo cáo thì số liệu chưa đầy đủ hoặc phải dùng số cũ; bỏ trống không phải là số 0.",
    "T105.holds": "Nơi nào phải báo cáo đều có báo cáo không cũ hơn mức antq.toml cho phép.",
    "T105.why": "Báo cáo gần nhất được tính dù đã cũ: tổng số có thể dựa trên những con số của năm ngoái.",
    # Đối chiếu.
    "R101.holds": "Sổ có đúng số liệu đã công bố.",
    "R101.why": "Số đã công bố còn được nhắc lại nhiều năm. Ở Cẩm Thủy, báo đưa 90% trong khi 25.915/29.853 hộ đã "
    "ký, tức 86,81%: phải thêm 804 hộ nữa mới đúng.",
    "R102.holds": "Số đã công bố đối chiếu được với số liệu trong sổ.",
    "R102.why": "Số không có gì làm căn cứ thì không đúng cũng không sai, và không được coi là đã xác nhận.",
    "R103.holds": "Số đã công bố là số liệu mà sổ này có thể có.",
    "R103.why": "Chỉ tiêu, đơn vị hay ngày không có thì nhập gì vào sổ cũng không bao giờ kiểm chứng được: thường là "
    "mã số liệu ghi nhầm.",
    "R201.holds": "Báo cáo ghi đúng số mà nhật ký hoặc sổ đăng ký đếm được vào ngày đó.",
    "R201.why": "Cùng một việc mà hai số khác nhau: phiếu chưa nhập hết, hoặc báo cáo chỉ ước lượng. Sổ dùng số tự "
    "đếm, nên văn bản báo cáo lại ghi số khác.",
    "R202.holds": "Báo cáo của một cấp cộng lại bằng báo cáo của cấp kia.",
    "R202.why": "Số của huyện và tổng của các xã không thể cùng đúng: có nơi bị thiếu hoặc bị đếm hai lần, và chỉ "
    "một trong hai số được dùng.",
    "R301.holds": "Kết quả đã ghi là kết quả theo các tiêu chí.",
    "R301.why": "Có 16/25 khu dân cư được công nhận là 64%, chưa đủ 70% như quy định. Quyết định giữ nguyên, không "
    "phải việc của antq, nhưng cần biết có kết quả như vậy.",
    # Tính hợp lý.
    "Q101.holds": "Số đếm và tổng số đều gần với những lần báo cáo khác của cùng một nơi về cùng một chỉ tiêu. Số đã "
    "ký trên tổng số đã biết có thể thấp lúc đầu rồi tăng dần, miễn là sau đó không giảm trở lại.",
    "Q101.why": "Thừa một chữ số thì với các quy tắc khác vẫn là số đúng. Trị số z hiệu chỉnh (Iglewicz và Hoaglin "
    "1993) trên 3,5 không bị chính giá trị bất thường làm lệch; lệch dưới một phần mười hoặc có dưới sáu báo cáo thì "
    "không xét.",
    "Q102.holds": "Từ báo cáo này đến báo cáo sau, số đếm và tổng số không tăng quá gấp đôi và không giảm quá một nửa.",
    "Q102.why": "Thay đổi lớn như vậy thường do cách đếm khác hoặc ghi nhầm hơn là do số người thay đổi. Chênh lệch "
    "dưới 20 thì bỏ qua; số đã ký trên tổng số đã biết thì được tăng quá gấp đôi, trừ khi báo cáo kế tiếp lại tụt "
    "xuống.",
    "Q103.holds": "Nơi không có sáp nhập thì tổng số không tăng quá 10% một năm (nhiều năm thì tính luỹ kế), hoặc chỉ "
    "tăng chưa đến 20.",
    "Q103.why": "Hiếm có xã nào tăng một phần mười số hộ trong một năm; tổng số ghi quá lớn thì mọi tỷ lệ đều thấp đi.",
    "Q104.holds": "Số một đơn vị báo cáo bằng tổng số báo cáo cùng ngày của tất cả các đơn vị thuộc một cấp bên dưới.",
    "Q104.why": "Hai báo cáo cùng đếm những người như nhau thì không thể cùng đúng, dù số liệu lấy từ nguồn nào.",
    "Q105.holds": "Tỷ lệ ký của các đơn vị cùng thuộc một đơn vị cấp trên chênh nhau ít nhất bằng mức ngẫu nhiên.",
    "Q105.why": "Số đếm thật luôn chênh nhau. Từ sáu đơn vị trở lên mà đều đến mức một nghìn lần ngẫu nhiên mới có "
    "một lần thì tỷ lệ có thể được chia từ tổng số chứ không phải đếm (R. A. Fisher, 1936, về Mendel).",
    # Dữ liệu cá nhân.
    "P101.holds": "Không tệp nào có cột ghi họ tên, số định danh, điện thoại, địa chỉ hay ngày sinh.",
    "P101.why": "Sổ không cần những thông tin đó, mà tệp thì được sao chép, gửi đi và lưu giữ (Luật 91/2025/QH15).",
    "P201.holds": "Không có số CCCD hay CMND trong phần ghi chữ và trong các mã.",
    "P201.why": "Số này cho biết là ai: đặt cạnh một cam kết thì số đếm thành danh sách người (Luật 91/2025/QH15).",
    "P202.holds": "Không có số điện thoại trong phần ghi chữ và trong các mã.",
    "P202.why": "Số này dẫn đến một người: đặt cạnh một cam kết thì số đếm thành danh sách người (Luật 91/2025/QH15).",
    "P203.holds": "Không ghi chú nào nêu tên một người.",
    "P203.why": "Việc ai đã ký có thể bị coi là ý kiến của người đó, mà ghi chú được sao chép cùng với dòng (Luật "
    "91/2025/QH15).",
    # Chỗ của những giá trị mà chỉ phát hiện mới có.
    "slot.above": "cấp trên",
    "slot.after": "số sau",
    "slot.allowed": "các giá trị được phép",
    "slot.asked": "thư mục",
    "slot.before": "số trước",
    "slot.calendar": "lịch",
    "slot.code": "mã",
    "slot.column": "tên cột",
    "slot.columns": "các cột của sổ đăng ký",
    "slot.computed": "kết quả theo tiêu chí",
    "slot.damage": "bị lỗi gì",
    "slot.day": "ngày",
    "slot.days": "số ngày",
    "slot.due": "hạn gửi",
    "slot.expected": "giá trị phải có",
    "slot.first": "chỗ đầu",
    "slot.forms": "các dạng",
    "slot.guess": "có thể là mã nào",
    "slot.has": "số trong sổ",
    "slot.in_": "sổ đăng ký",
    "slot.key": "khoá của dòng",
    "slot.kind": "loại",
    "slot.last": "ngày cuối",
    "slot.last_day": "ngày cuối",
    "slot.latest": "báo cáo gần nhất",
    "slot.letter": "chữ đó",
    "slot.level": "cấp",
    "slot.measure": "chỉ tiêu",
    "slot.median": "trung vị",
    "slot.n": "số lượng",
    "slot.name": "tên",
    "slot.no_use": "lý do",
    "slot.opened": "ngày đầu",
    "slot.other": "bên kia",
    "slot.reason": "lý do",
    "slot.reason_given": "lý do",
    "slot.recorded": "kết quả đã ghi",
    "slot.regime": "quy định",
    "slot.register": "sổ đăng ký",
    "slot.reported": "số báo cáo",
    "slot.share": "tỷ lệ",
    "slot.sum": "tổng",
    "slot.today": "hôm nay",
    "slot.unit": "đơn vị",
    "slot.until": "ngày hết hạn",
    "slot.value": "giá trị đã ghi",
    "slot.what": "lời của bộ đọc",
    "slot.why": "lý do",
    "slot.window": "năm xét",
    "slot.z": "trị số",
}
