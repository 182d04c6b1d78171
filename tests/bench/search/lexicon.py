"""What the generated corpus speaks of: services, kinds of practice, events, and the phrases between them. All of it in our own words.

Lists are ordered: what stands first is spoken of most.
"""

# Field: its services, each "official name = as people say it".
SERVICES_BY_FIELD = {
    "ho-tich": """đăng ký khai sinh = làm giấy khai sinh; đăng ký kết hôn = đăng ký cưới; cấp giấy xác nhận tình trạng hôn nhân = giấy độc
        thân; đăng ký khai tử = báo tử; cải chính hộ tịch = sửa tên trong khai sinh; nhận cha, mẹ, con = nhận con; cấp bản sao trích lục hộ
        tịch = trích lục khai sinh; đăng ký giám hộ = nhận giám hộ; ghi chú ly hôn đã giải quyết ở nước ngoài = ghi chú ly hôn; nhận con
        nuôi trong nước = xin con nuôi""",
    "dat-dai": """cấp giấy chứng nhận quyền sử dụng đất = làm sổ đỏ; đăng ký biến động đất đai = sang tên sổ đỏ; chuyển mục đích sử dụng đất
        = lên thổ cư; tách thửa, hợp thửa đất = tách thửa; đính chính giấy chứng nhận đã cấp = sửa sai sổ đỏ; đăng ký thế chấp bằng quyền sử
        dụng đất = thế chấp sổ đỏ; xóa đăng ký thế chấp = giải chấp; gia hạn sử dụng đất = gia hạn thuê đất; hòa giải tranh chấp đất đai =
        tranh chấp ranh đất; trích đo bản đồ địa chính = đo đạc thửa đất""",
    "xay-dung": """cấp giấy phép xây dựng nhà ở riêng lẻ = giấy phép xây nhà; cấp phép sửa chữa, cải tạo công trình = xin sửa nhà; cấp số
        nhà = gắn số nhà; cấp phép đào vỉa hè = đào đường; thẩm định thiết kế công trình nhỏ = duyệt bản vẽ; cung cấp thông tin quy hoạch =
        hỏi quy hoạch; cấp phép sử dụng tạm lòng đường = mượn vỉa hè; điều chỉnh giấy phép xây dựng = đổi giấy phép xây""",
    "kinh-doanh": """đăng ký thành lập hộ kinh doanh = mở hộ kinh doanh; tạm ngừng kinh doanh hộ cá thể = tạm nghỉ bán; chấm dứt hoạt động
        hộ kinh doanh = trả giấy phép kinh doanh; cấp giấy phép bán lẻ rượu = bán rượu; cấp giấy phép bán lẻ thuốc lá = bán thuốc lá; đăng
        ký hợp tác xã = lập hợp tác xã; cấp phép kinh doanh karaoke = mở quán karaoke; cấp giấy đủ điều kiện an toàn thực phẩm = giấy an
        toàn thực phẩm""",
    "an-sinh": """trợ cấp xã hội hằng tháng cho người cao tuổi = tiền người già; xác định mức độ khuyết tật = giấy khuyết tật; hỗ trợ mai
        táng phí = tiền mai táng; công nhận hộ nghèo, hộ cận nghèo = sổ hộ nghèo; trợ giúp đột xuất sau thiên tai = cứu trợ bão lụt; tiếp
        nhận trẻ mồ côi vào cơ sở trợ giúp = gửi trẻ mồ côi; chi trả trợ cấp qua tài khoản = nhận trợ cấp qua thẻ; hỗ trợ học nghề cho lao
        động nông thôn = học nghề miễn phí""",
    "nguoi-co-cong": """giải quyết chế độ người có công = chế độ thương binh; cấp lại bằng Tổ quốc ghi công = bằng liệt sĩ; trợ cấp một lần
        cho thanh niên xung phong = tiền thanh niên xung phong; di chuyển hài cốt liệt sĩ = đưa hài cốt về quê; hỗ trợ sửa nhà cho gia đình
        chính sách = sửa nhà tình nghĩa""",
    "chung-thuc": """chứng thực bản sao từ bản chính = công chứng giấy tờ; chứng thực chữ ký = xác nhận chữ ký; chứng thực hợp đồng giao
        dịch = chứng hợp đồng mua bán; chứng thực di chúc = làm di chúc; chứng thực điện tử = bản sao điện tử""",
    "cu-tru": """đăng ký thường trú = nhập khẩu; đăng ký tạm trú = khai tạm trú; xác nhận thông tin cư trú = giấy cư trú; cấp thẻ căn cước
        cho trẻ em = căn cước cho con; kích hoạt tài khoản định danh điện tử = mở định danh; khai báo lưu trú cho khách thuê trọ = báo khách
        trọ""",
    "y-te": """cấp thẻ bảo hiểm y tế cho trẻ dưới sáu tuổi = bảo hiểm trẻ em; liên thông khai sinh và bảo hiểm y tế = gộp khai sinh bảo
        hiểm; tiêm chủng mở rộng = tiêm ngừa cho bé; khám sức khỏe người cao tuổi = khám bệnh người già; cấp giấy chứng sinh điện tử = giấy
        chứng sinh; phun thuốc phòng sốt xuất huyết = diệt muỗi""",
    "giao-duc": """tuyển sinh đầu cấp trực tuyến = xin học lớp một; chuyển trường cho học sinh = chuyển trường; cấp lại bằng tốt nghiệp =
        mất bằng cấp hai; miễn giảm học phí = giảm tiền học; cho phép nhóm trẻ độc lập hoạt động = mở nhóm giữ trẻ; cấp học bổng học sinh
        vượt khó = học bổng trò nghèo""",
    "nong-nghiep": """hỗ trợ giống cây trồng sau mưa đá = xin cây giống; kê khai hoạt động chăn nuôi = khai báo đàn heo; cấp mã số vùng
        trồng = mã vùng trồng; đăng ký khai thác nước dưới đất = khoan giếng; xác nhận nguồn gốc lâm sản = giấy gỗ vườn; đăng ký phương tiện
        đánh bắt nhỏ = đăng ký ghe chài; hỗ trợ tiêu hủy gia cầm bệnh = đền bù gà dịch""",
    "moi-truong": """đăng ký môi trường cho cơ sở nhỏ = giấy môi trường; thu gom rác thải cồng kềnh = bỏ tủ giường cũ; phản ánh tiếng ồn
        karaoke = hàng xóm hát to; xử lý điểm rác tự phát = đống rác đầu ngõ; đấu nối nước sạch = gắn đồng hồ nước; cấp phép chặt tỉa cây
        xanh = xin cưa cây""",
    "tiep-dan": """tiếp công dân định kỳ = gặp chủ tịch; giải quyết đơn khiếu nại lần đầu = đơn khiếu nại; trả lời phản ánh, kiến nghị = góp
        ý phản ánh; giải quyết tố cáo = đơn tố cáo; đối thoại với doanh nghiệp = gặp mặt doanh nghiệp""",
    "noi-bo": """luân chuyển văn bản điện tử = gửi công văn trên mạng; đánh giá, xếp loại công chức hằng quý = chấm điểm cán bộ; tuyển dụng
        viên chức trường học = thi viên chức; nâng lương trước thời hạn = lên lương sớm; xét sáng kiến cấp cơ sở = công nhận sáng kiến; lưu
        trữ hồ sơ giấy = kho hồ sơ cũ; báo cáo định kỳ giữa các cấp = gửi báo cáo tháng; mua sắm tài sản tập trung = mua máy tính""",
}

# What was done: the practice as a title begins with it, and how one would ask for it.
KINDS = """hẹn giờ qua tin nhắn = hẹn giờ; trả kết quả tận nhà = giao tận nhà; số hóa sổ gốc = quét sổ cũ; bàn hướng dẫn cho người lớn tuổi
    = hỗ trợ người lớn tuổi; tổ công nghệ đi từng ngõ = tổ công nghệ; mẫu tờ khai điền sẵn = tờ khai có sẵn; bảng giá phí dễ đọc = bảng phí;
    ngày thứ bảy vì dân = làm việc thứ bảy; thư xin lỗi khi trễ hạn = thư xin lỗi; quầy không viết tay = khỏi viết tay; ki-ốt tự nộp hồ sơ =
    máy tự nộp; phiếu hỏi bằng biểu tượng = phiếu mặt cười; đường dây nóng một số = đường dây nóng; video hướng dẫn hai phút = video hướng
    dẫn; nhóm trò chuyện giải đáp ban đêm = nhắn tin hỏi đêm; rút một nửa thời hạn = rút ngắn thời hạn; bỏ bước ký trung gian = bớt chữ ký;
    phiếu màu theo tiến độ = phiếu màu; lịch trực chéo giữa các phòng = trực chéo; sổ tay tình huống khó = sổ tay tình huống; góc đọc cho
    trẻ em chờ = chỗ chơi trẻ em; xe máy chở hồ sơ liên xã = chở hồ sơ; tủ khóa nhận giấy tờ ngoài giờ = tủ nhận ngoài giờ; tem nhận diện hồ
    sơ gấp = hồ sơ gấp; phiên dịch tiếng dân tộc tại quầy = phiên dịch; loa nhắc lịch ở xóm = loa xóm; gọi lại sau ba ngày = gọi lại hỏi
    thăm; chấm điểm chéo giữa các quầy = chấm chéo; tập đóng vai người dân = đóng vai; thùng thư góp ý ẩn danh = thư góp ý; bản đồ hồ sơ tồn
    = bản đồ tồn đọng; cam kết thời gian chờ = hứa giờ chờ; cuộc thi bớt một tờ giấy = bớt giấy; bàn làm việc đổi vai lãnh đạo = lãnh đạo
    ngồi quầy; nhật ký lỗi hằng tuần = ghi lỗi; kho câu trả lời mẫu = câu trả lời mẫu; kết nối máy quét với kho dữ liệu = máy quét; ủy quyền
    ký thay theo ngày = ủy quyền ký; quầy ưu tiên bà bầu = ưu tiên bà bầu; chợ phiên thủ tục = thủ tục ở chợ; thuyền lưu động mùa nước nổi =
    thuyền lưu động; trạm dừng xe buýt nộp hồ sơ = nộp ở trạm xe; lớp tối cho tiểu thương = lớp tối; học sinh dạy ông bà = cháu dạy ông bà;
    phát thanh hỏi đáp sáng thứ hai = phát thanh hỏi đáp; mã vuông dán ở cổng nhà văn hóa = mã ở nhà văn hóa; danh bạ người phụ trách = danh
    bạ phụ trách; bếp ăn cho người chờ xa = suất ăn miễn phí"""

# What news tells of: "the event = how one would ask for it".
EVENTS = """tập huấn = tập huấn; khai trương điểm tiếp nhận mới = khai trương; kiểm tra đột xuất việc giải quyết = kiểm tra; ra quân cao
    điểm = ra quân; hội thi tìm hiểu = hội thi; tọa đàm tháo gỡ khó khăn = tọa đàm; khảo sát mức độ hài lòng = khảo sát; công bố danh mục =
    công bố; tạm dừng tiếp nhận để nâng cấp = tạm dừng; bàn giao thiết bị = bàn giao; ký cam kết phối hợp = ký cam kết; tham quan học tập
    kinh nghiệm = học tập kinh nghiệm; tuyên dương tập thể làm tốt = tuyên dương; đổi địa điểm = đổi chỗ; thí điểm = thí điểm; họp rút kinh
    nghiệm = rút kinh nghiệm; phát tờ rơi = tờ rơi; giảm phí = giảm phí; diễn tập xử lý sự cố = diễn tập; gặp mặt cộng tác viên = cộng tác
    viên"""

TOPICS_BY_FIELD = {
    "ho-tich": "ho-tich", "dat-dai": "dat-dai", "xay-dung": "xay-dung", "kinh-doanh": "dang-ky-kinh-doanh", "an-sinh": "bao-tro-xa-hoi",
    "nguoi-co-cong": "bao-tro-xa-hoi", "chung-thuc": "mot-cua", "cu-tru": "dich-vu-cong", "y-te": "y-te", "giao-duc": "giao-duc",
    "nong-nghiep": "thu-tuc-hanh-chinh", "moi-truong": "thu-tuc-hanh-chinh", "tiep-dan": "tiep-cong-dan", "noi-bo": "van-hoa-cong-so"}


def entries(text: str) -> list[str]:
    """The parts between semicolons, each with its white space as single blanks."""
    return [" ".join(part.split()) for part in text.split(";") if part.strip()]


def pairs(text: str) -> list[tuple[str, str]]:
    return [tuple(side.strip() for side in entry.split("=")) for entry in entries(text)]
