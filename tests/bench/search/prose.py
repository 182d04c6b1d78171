"""The phrases of which the generated corpus' sentences are made. No phrase holds a figure: plans cite every figure that their clauses hold.

What stands first in a list is used most.
"""

from lexicon import entries

WHO = entries("""bộ phận một cửa; công chức tư pháp; tổ công nghệ số cộng đồng; lãnh đạo phường; đoàn viên thanh niên; chi hội phụ nữ;
    trưởng khu dân cư; cán bộ địa chính; ban biên tập; tổ kiểm tra công vụ; kế toán; nhân viên bưu điện; hội cựu chiến binh; giáo viên về
    hưu; công an khu vực; y sĩ trạm; người đứng đầu đơn vị; nhóm nòng cốt; văn thư; phòng chuyên môn; mặt trận khu phố; ban giám sát; thanh
    tra nhân dân; chủ nhà trọ; bà con tiểu thương; nhóm sinh viên tình nguyện; ông tổ trưởng; chị trực quầy; anh bảo vệ; kỹ sư tin học; đội
    xung kích; hội nông dân; ban quản lý chợ; doanh nghiệp nhỏ trên địa bàn; câu lạc bộ hưu trí; hợp tác xã; người khiếm thị; thợ ảnh; tài
    xế; phụ huynh""")
DOES = entries("""rà soát lại; hướng dẫn tận nơi; ghi chép đầy đủ; phân công rõ; niêm yết công khai; đối chiếu từng dòng; gọi điện nhắc; cập
    nhật hằng ngày; làm mẫu; giải thích cặn kẽ; soạn sẵn; kiểm tra chéo; gom chung một lần; tách riêng; đo thời gian của; dịch ra lời dễ
    hiểu; in khổ lớn; xếp thứ tự; nhập vào máy; chụp lại; đóng dấu đến; bớt đi; cắt hẳn; thử trước; bàn giao gọn; lắng nghe ý kiến về; dán
    nhãn cho; chuyển thẳng; lưu giữ cẩn thận; giám sát; báo cáo trung thực; tranh luận sôi nổi về; đặt mua thêm; cho mượn; sửa chữa; vẽ lại;
    đánh số; tập hợp; trao đổi thẳng thắn về; cân nhắc""")
WHAT = entries("""giấy tờ phải nộp; tờ khai; quy trình nội bộ; sổ theo dõi; lịch trực; câu hỏi thường gặp; dữ liệu còn sai; danh sách chờ;
    biên lai; các bước thừa; phiếu tiếp nhận; bản sao cũ; chỗ ngồi đợi; biển chỉ đường; thông báo nộp bổ sung; tài khoản của người dân; máy
    quét và máy in; ý kiến góp ý; cách xưng hô; lý do trả lại; mẫu đơn viết tay; văn bản hết hiệu lực; thời gian xử lý; hộp thư chung; đường
    truyền; kho lưu trữ; bảng phân vai; lời nhắn; chữ ký nháy; bảng chấm công; sổ bàn giao ca; ghế nhựa và quạt điện; sơ đồ phòng làm việc;
    mã hồ sơ; tệp đính kèm; bản đồ giấy; tập phiếu màu; máy lấy số; cước gửi; khung tranh""")
WHEN = entries("""ngay từ đầu năm; vào mỗi sáng thứ hai; trong giờ nghỉ trưa; sau buổi họp giao ban; khi mùa gặt bận rộn; vào phiên chợ;
    cuối mỗi quý; trước kỳ nghỉ lễ; trong những ngày mưa bão; mỗi khi quầy vắng; từ lúc mở cửa; khi mất điện; sau giờ hành chính; vào mùa
    tuyển sinh; giữa tuần; trong đợt cao điểm; lúc giao ca; dịp cuối năm; suốt mùa hè; theo lịch đã dán; sau khi sắp xếp lại bộ máy; ngay
    tại chỗ; trước mặt người nộp; khi có người ủy quyền; vào tối thứ tư""")
WHERE = entries("""tại quầy; ở nhà văn hóa; trong khu chợ; trên trang thông tin; dưới gốc đa đầu làng; ở trạm y tế; tại trường học; trong
    ngõ sâu; ở bến đò; trên điện thoại; tại trụ sở cũ; ở khu công nghiệp; bên hông hội trường; trong phòng chờ; ở các khu trọ; tại sân đình;
    ven quốc lộ; trên đảo nhỏ; ở sườn đồi; trong kho; tại bưu cục; ở cổng chào; nơi bãi xe; trên thuyền; ở xưởng dệt""")
WHY = entries("""để người dân khỏi đi lại nhiều lần; nhằm giảm giấy tờ; giúp ai cũng tự làm được; để biết việc đang nằm ở đâu; qua đó giữ
    đúng lời hẹn; nhờ vậy bớt cãi vã; cho người khuyết tật dễ đến; để không sót hồ sơ nào; vì nhiều nhà chưa có mạng; nhằm tiết kiệm kinh
    phí; để cấp trên theo dõi; tránh ghi nhầm tên; cho người mới dễ bắt chước; vì lợi ích chung; để trẻ em được nhờ; nhằm chặn tiêu cực;
    giúp công chức đỡ căng thẳng; để so sánh trước sau; vì thói quen cũ khó bỏ; nhằm nâng mức độ hài lòng; để khỏi chen lấn; cho kịp vụ mùa;
    vì đường xa núi dốc; để dành thời gian cho việc khó; nhằm góp phần cải thiện chỉ số""")
PROBLEMS = entries("""Trước kia người nộp phải hỏi nhiều nơi mới biết cần gì; Không ai nói trước mất bao lâu, nên bà con cứ đoán; Giấy tờ bị
    trả lại chỉ vì thiếu một chữ; Mỗi quầy hướng dẫn một kiểu; Người lớn tuổi ngại bấm máy, con cháu lại đi làm xa; Hồ sơ nằm trong tủ mà
    không rõ ai giữ; Đầu tuần đông nghẹt, giữa tuần lại vắng; Tờ khai dùng nhiều từ khó, ít ai điền đúng ngay lần đầu; Có hôm máy treo cả
    buổi, dân đành ra về; Việc nhỏ mà qua tới bốn chữ ký; Đường lầy lội, đến nơi thì hết giờ; Phản ánh gửi lên không thấy hồi âm; Sổ sách ố
    vàng, tra mỗi dòng mất cả buổi; Nhiều chủ trọ không biết mình phải làm gì; Thông báo dán kín tường, chẳng ai đọc; Số điện thoại ghi trên
    bảng đã đổi từ lâu; Cò mồi đứng sẵn ngoài cổng; Lệ phí thu mỗi nơi mỗi khác""")
REMARKS = entries("""Cách làm này được khen vì dễ hiểu và dễ làm theo; Khó nhất vẫn là thiết bị cũ và đường truyền chập chờn; Kinh nghiệm là
    phân việc cho rõ rồi kiểm tra đều; Phần lớn hồ sơ nay xong trước giờ hẹn; Nhiều nơi đã đến xem và mang mẫu về dùng; Ý kiến được gom hằng
    tuần và dán lên bảng tin; Lúc đầu có người phản đối, sau lại thành người ủng hộ nhất; Ai làm sai thì sửa ngay, không giấu; Chi phí không
    đáng kể so với công đi lại đã bớt; Bài học là đừng làm quá nhiều thứ cùng lúc; Người dân mang cả trái cây đến cảm ơn nhưng đơn vị không
    nhận; Tháng sau sẽ đo lại xem có giữ được không; Vẫn còn vài hồ sơ trễ vì chờ ý kiến nơi khác; Muốn bền thì phải có người thay khi vắng;
    Con số đẹp chưa chắc lòng dân đã ưng; Mỗi lần cải tiến đều ghi vào nhật ký; Đơn vị sẵn sàng chia sẻ mẫu biểu; Trang thiết bị do nhà hảo
    tâm góp một phần; Cái được lớn nhất là nụ cười ở cửa ra; Nếu bỏ lơi một tuần thì mọi thứ lại như cũ""")
ADJECTIVES = entries("""gọn; nhanh; rõ; dễ; công bằng; thân thiện; chu đáo; minh bạch; bền bỉ; sáng tạo; khiêm tốn; nghiêm túc; khéo léo;
    kiên trì; tiết kiệm; linh hoạt; chính xác; ấm áp; trung thực; quyết liệt""")
WARD_HEADS = entries("""Lúa; Tre; Trúc; Sậy; Sim; Mận; Khế; Bưởi; Cau; Trầu; Gừng; Nghệ; Sả; Quế; Hồi; Chè; Mía; Tằm; Gạo; Muối; Vừng; Đậu;
    Bầu; Bí; Mướp; Cải; Hành; Tỏi; Ổi; Xoài""")
WARD_TAILS = entries("""Vàng; Non; Xanh; Chín; Ngọt; Thơm; Mới; Xưa; Tím; Trắng; Đỏ; Nâu; Lam; Lục; Tròn; Dài; Ngắn; Cao; Thấp; Sớm; Muộn;
    Thưa; Dày; Mềm; Giòn; Bùi; Mát; Hòa; Thủy; Khỏe""")
FAMILY_NAMES = entries("""Nguyễn; Trần; Lê; Phạm; Hoàng; Vũ; Đặng; Bùi; Đỗ; Ngô; Dương; Lý; Hồ; Đinh; Mai; Trịnh; Tô; Cao; Hà; Lương; Thái;
    Tạ; Quách; Phùng; Khổng; Vi; Lò; Y; Thạch; Kim""")
MIDDLE_NAMES = entries("""Thị; Văn; Bút; Giấy; Mực; Phấn; Thước; Bảng; Sách; Vở; Tem; Thư; Dấu; Mẫu; Đơn; Phiếu; Nháp; Kẹp; Ghim; Hồ""")
GIVEN_NAMES = entries("""Thúy; Mây; Nắng; Gió; Trăng; Sao; Sương; Mưa; Bão; Tuyết; Thông; Tùng; Cúc; Trúc; Mận; Đào; Lựu; Khế; Chanh; Quýt;
    Bưởi; Sáo; Yến; Oanh; Cò; Vạc; Chích; Nhạn; Thủy; Hòa; Suối; Đèo; Ghềnh; Thác; Cồn; Bãi; Đầm; Vịnh; Kênh; Rạch""")
OFFICE_ALIASES = {"Văn phòng HĐND và UBND": "văn phòng ủy ban"}
