"""Invented Vietnamese text for the benchmark: names of places that do not exist, sentences about administrative reform.

No sentence holds a figure, so that the numbers of a plan's clauses are exactly those that synthetic.py puts there.
"""

import random
import unicodedata

PLACE_HEADS = ["Sông", "Đồi", "Bến", "Suối", "Núi", "Đồng", "Hồ", "Rừng", "Cồn", "Vịnh"]
PLACE_TAILS = ["Mây", "Gió", "Trăng", "Sương", "Nắng", "Hạc", "Thông", "Sen", "Ngọc", "Lụa"]
PLACE_SIDES = ["", " Thượng", " Hạ", " Đông", " Tây", " Nam", " Bắc", " Trung", " Nội", " Ngoại"]

OFFICES = [
    "Phòng Nội vụ", "Phòng Tư pháp", "Phòng Tài chính - Kế hoạch", "Phòng Văn hóa và Thông tin", "Phòng Kinh tế",
    "Phòng Quản lý đô thị", "Phòng Tài nguyên và Môi trường", "Phòng Y tế", "Phòng Giáo dục và Đào tạo", "Thanh tra",
    "Văn phòng HĐND và UBND", "Trung tâm Văn hóa - Thể thao"]
WARDS = ["An Khê", "Bình Minh", "Cẩm Thạch", "Đông Hà", "Hòa Lạc", "Kim Liên", "Long Sơn", "Mỹ Thuận", "Phú Cường", "Tân Lập"]

FAMILY_NAMES = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô"]
MIDDLE_NAMES = ["Thị", "Văn", "Minh", "Thu", "Quốc", "Ngọc", "Hữu", "Thanh"]
GIVEN_NAMES = ["An", "Bình", "Chi", "Dũng", "Giang", "Hạnh", "Khánh", "Lan", "Mai", "Nam", "Phúc", "Quỳnh", "Sơn", "Trang"]

TOPICS = [
    "thu-tuc-hanh-chinh", "mot-cua", "dich-vu-cong", "chuyen-doi-so", "chu-ky-so", "ho-tich", "dat-dai", "dang-ky-kinh-doanh",
    "xay-dung", "y-te", "giao-duc", "bao-tro-xa-hoi", "thanh-toan-truc-tuyen", "to-cong-nghe-so", "tiep-cong-dan",
    "van-hoa-cong-so", "sang-kien", "dao-tao", "cong-khai-minh-bach", "chi-so-hai-long"]

SUBJECTS = [
    "Bộ phận tiếp nhận và trả kết quả", "Công chức tư pháp - hộ tịch", "Tổ công nghệ số cộng đồng", "Lãnh đạo Ủy ban nhân dân",
    "Cán bộ phụ trách cải cách hành chính", "Đoàn viên thanh niên", "Các phòng, ban chuyên môn", "Trung tâm phục vụ hành chính công",
    "Nhóm hỗ trợ người cao tuổi", "Bí thư chi bộ và trưởng khu dân cư", "Công chức địa chính", "Ban biên tập trang thông tin điện tử",
    "Đơn vị sự nghiệp công lập", "Hội phụ nữ địa phương", "Tổ kiểm tra công vụ", "Người đứng đầu cơ quan"]
VERBS = [
    "rà soát", "công khai đầy đủ", "hướng dẫn tận nơi", "rút ngắn thời gian giải quyết", "số hóa", "tiếp nhận trực tuyến",
    "phân công rõ người phụ trách", "đối chiếu và làm sạch", "niêm yết lại", "đơn giản hóa", "cập nhật hằng ngày",
    "tuyên truyền rộng rãi", "kiểm tra đột xuất", "xây dựng video giới thiệu", "lấy ý kiến người dân về", "thống nhất cách xử lý"]
OBJECTS = [
    "thủ tục đăng ký khai sinh liên thông với cấp thẻ bảo hiểm y tế", "hồ sơ đất đai còn tồn đọng của các hộ gia đình",
    "quy trình nội bộ của từng nhóm thủ tục", "biểu mẫu điện tử có sẵn thông tin cá nhân", "kết quả giải quyết hồ sơ còn hiệu lực",
    "lịch tiếp công dân và số điện thoại đường dây nóng", "danh mục dịch vụ công trực tuyến toàn trình",
    "việc thanh toán phí, lệ phí không dùng tiền mặt", "dữ liệu dân cư phục vụ chứng thực điện tử",
    "nội dung trả lời phản ánh, kiến nghị của doanh nghiệp", "bảng theo dõi tiến độ xử lý từng hồ sơ",
    "thủ tục cấp phép xây dựng nhà ở riêng lẻ", "chế độ báo cáo định kỳ giữa các cấp", "quy tắc ứng xử tại nơi làm việc",
    "phiếu hẹn và thư xin lỗi khi trễ hạn", "văn bản quy phạm pháp luật đã hết hiệu lực"]
PURPOSES = [
    "để người dân không phải đi lại nhiều lần", "nhằm giảm giấy tờ phải nộp", "giúp doanh nghiệp tiết kiệm chi phí",
    "để mọi bước đều được theo dõi trên mạng", "qua đó nâng mức độ hài lòng của tổ chức và cá nhân",
    "góp phần cải thiện chỉ số cải cách hành chính của địa phương", "tạo thuận lợi cho người cao tuổi và người khuyết tật",
    "để kết quả được trả ngay trong ngày làm việc", "nhằm khắc phục tình trạng hồ sơ trễ hạn kéo dài",
    "bảo đảm đúng quy định và không phát sinh thêm thủ tục", "từ đó hình thành thói quen sử dụng dịch vụ công trực tuyến",
    "để các đơn vị khác có thể học tập và áp dụng"]
TIMES = [
    "ngay từ đầu năm", "trong các buổi chiều cuối tuần", "tại nhà văn hóa của từng khu dân cư", "theo kế hoạch đã được phê duyệt",
    "dưới sự theo dõi của ban chỉ đạo", "cùng với đợt kiểm tra công vụ", "khi có thay đổi về thẩm quyền giải quyết",
    "sau mỗi đợt đánh giá nội bộ", "song song với việc sắp xếp lại tổ chức bộ máy", "với sự tham gia của đoàn thể các cấp"]
FOLLOW_UPS = [
    "Cách làm này được người dân đồng tình vì dễ hiểu và dễ thực hiện.",
    "Khó khăn lớn nhất vẫn là thiết bị cũ và đường truyền chưa ổn định ở các khu dân cư xa trung tâm.",
    "Kinh nghiệm rút ra là phải phân công cụ thể, kiểm tra thường xuyên và khen thưởng kịp thời.",
    "Đến nay phần lớn hồ sơ đã được giải quyết trước thời điểm hẹn trả kết quả.",
    "Nhiều đơn vị lân cận đã đến tìm hiểu và vận dụng vào điều kiện của mình.",
    "Ý kiến góp ý được tổng hợp hằng tuần và công khai trên bảng tin."]


def sentence(rnd: random.Random) -> str:
    """One sentence of some 15 to 40 words."""
    text = f"{rnd.choice(SUBJECTS)} {rnd.choice(VERBS)} {rnd.choice(OBJECTS)}"
    if rnd.random() < 0.5:
        text += f" {rnd.choice(TIMES)}"
    if rnd.random() < 0.7:
        text += f", {rnd.choice(PURPOSES)}"
    return text + "."


def paragraph(rnd: random.Random) -> str:
    sentences = [sentence(rnd) for _ in range(rnd.randint(2, 5))]
    if rnd.random() < 0.5:
        sentences.append(rnd.choice(FOLLOW_UPS))
    return " ".join(sentences)


def phrase(rnd: random.Random) -> str:
    """A short statement without a full stop, for facts and clauses."""
    verb = rnd.choice(VERBS)
    return f"{verb[0].upper()}{verb[1:]} {rnd.choice(OBJECTS)}, {rnd.choice(PURPOSES)}"


def heading(rnd: random.Random) -> str:
    verb = rnd.choice(VERBS)
    return f"{verb[0].upper()}{verb[1:]} {rnd.choice(OBJECTS)}"


def person(rnd: random.Random) -> str:
    return f"{rnd.choice(FAMILY_NAMES)} {rnd.choice(MIDDLE_NAMES)} {rnd.choice(GIVEN_NAMES)}"


def place(number: int) -> str:
    """The name of the locality of that number; 1,000 differ."""
    heads, tails = len(PLACE_HEADS), len(PLACE_TAILS)
    side = PLACE_SIDES[number // (heads * tails) % len(PLACE_SIDES)]
    return f"{PLACE_HEADS[number % heads]} {PLACE_TAILS[(number // heads + number) % tails]}{side}"


def slug(text: str) -> str:
    """Letters without marks, joined by hyphens."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    words = "".join(c if c.isascii() and c.isalnum() else " " if not unicodedata.combining(c) else "" for c in plain)
    return "-".join(words.split())
