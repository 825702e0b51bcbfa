"""The sentences that invented stories are put together from; written for this purpose, they tell of nobody.

Names in braces are filled by `story`: {viec} a deed, {noi} a commune, {thon} a hamlet, {ai} who takes part, {don_vi} the
host, {so} and {so_khac} numbers, {nam} a year, {luc} a time of day, {cho} a meeting place, {kho} what was in the way,
{vat} what is needed.
"""

SETTING = (
    "Trước năm {nam}, ở {thon} nhà nào lo việc nhà ấy, chuyện chung thường để đó chờ trên xuống.",
    "Cái khó lúc đầu là {kho}, nên dù ai cũng thấy nên làm mà chẳng ai chịu đứng ra trước.",
    "{noi} có {so} hộ nằm rải theo hai con đường chính, người trẻ đi làm xa, ở nhà phần nhiều là người lớn tuổi.",
    "Trong một buổi họp ở {cho}, có người nói thẳng rằng nếu cứ chờ nhau thì mười năm nữa vẫn thế.",
    "{don_vi} đi hỏi từng nhà trong hai tháng, ghi lại {so_khac} ý kiến rồi mới bàn cách làm.",
    "Điều bà con mong nhất khi được hỏi không phải là tiền, mà là có người đứng ra lo cho đến nơi đến chốn.",
    "Nhiều lần phát động trước đây dừng giữa chừng vì {kho}, cho nên lần này không ai muốn hứa nhiều.",
    "Đất chật, người đông dần lên, những va chạm nhỏ giữa các nhà cũng từ đó mà nhiều hơn.",
    "Năm {nam}, một trận mưa lớn làm hỏng {so_khac} chỗ trong thôn, và đó là lúc mọi người ngồi lại với nhau.",
    "Theo thống kê của thôn, khi ấy mới có {so_khac} nhà làm được việc này, còn lại vẫn đứng ngoài nhìn.",
    "Cán bộ xã nhận rằng cách tuyên truyền cũ chỉ đọc loa rồi thôi, người nghe không biết phải bắt đầu từ đâu.",
    "Bà con {thon} vốn quen giúp nhau ngày mùa, nhưng việc cần bền bỉ quanh năm thì chưa có nếp.",
    "Số liệu cũ cho thấy mỗi năm nơi này mất hơn {so_khac} ngày công chỉ vì mỗi người làm một kiểu.",
    "Từ chỗ ấy, {don_vi} nghĩ đến chuyện vận động người dân {viec}.",
)
METHOD = (
    "Việc đầu tiên là chọn {so_khac} nhà làm trước, để người khác sang xem tận mắt rồi mới quyết.",
    "Vào {luc}, tổ vận động đến từng nhà, không mang giấy tờ, chỉ ngồi uống nước và nghe chuyện.",
    "Mỗi nhóm cử một người ghi sổ: ai nhận việc gì, bao giờ xong, còn vướng ở đâu.",
    "Khi vận động người dân {viec}, tổ luôn nói cả phần được lẫn phần phải bỏ ra.",
    "{don_vi} lo phần {vat}, {ai} góp công, còn xã đứng ra xin phép những chỗ cần xin.",
    "Nhà nào chưa đồng ý thì không ép; tổ quay lại sau một tháng, lần này đi cùng một nhà đã làm.",
    "Mọi khoản thu chi được dán ở {cho} vào ngày mồng năm, ai cũng đọc được và hỏi được.",
    "Những buổi {luc}, {ai} cùng làm khoảng hai giờ rồi nghỉ, nhờ vậy việc không thành gánh nặng.",
    "Ở {thon}, trưởng thôn giao hẳn cho một nhóm trẻ phần chụp ảnh, nhắn tin và nhắc lịch.",
    "Khi có hai nhà không thống nhất, tổ hòa giải đến trong ngày và ghi lại điều hai bên đã hứa.",
    "Quy ước chung chỉ dài một trang, viết bằng lời của bà con và đọc ba lần trước khi giơ tay.",
    "Cứ ba tháng một lần, các nhóm đổi việc cho nhau để người này hiểu cái khó của người kia.",
    "Kinh phí ban đầu khoảng {so_khac} triệu đồng, phần lớn là tiền góp và công quy ra tiền.",
    "Phần {vat} được mua chung một lần nên rẻ hơn, hóa đơn do hai người cùng giữ.",
    "Người cao tuổi nhận phần nhắc nhở, còn các cháu học sinh làm được gì thì làm cùng bố mẹ.",
    "Tổ chọn làm thử ở {thon} trong sáu tháng, ghi lại chỗ hỏng rồi mới mời các thôn bên.",
)
EFFECT = (
    "Sau một năm, {so} hộ đã làm theo, trong đó {so_khac} hộ trước kia nói không.",
    "Cái được thấy rõ nhất là đường đi lối lại gọn gàng, và {luc} không còn cảnh mỗi nhà một kiểu.",
    "Năm {nam}, xã thống kê được {so_khac} việc do bà con tự làm mà không phải nhắc.",
    "Số lần phải hòa giải giảm còn một nửa, vì chuyện nhỏ được nói ra ngay từ đầu.",
    "{ai} kể rằng điều đáng quý hơn con số là mỗi lần gặp nhau đều có chuyện chung để nói.",
    "Quỹ chung còn dư {so_khac} triệu đồng, được giữ lại để lo {vat} cho năm sau.",
    "Mỗi tháng, {don_vi} báo lại kết quả trên loa và dán ở {cho}, nên ai cũng biết mình đã góp vào đâu.",
    "Có {so_khac} nhà ở thôn bên sang hỏi cách làm, rồi về tự bàn với nhau mà không đợi xã giao.",
    "Khách đến {noi} hay hỏi vì sao nơi này giữ được nếp lâu như vậy.",
    "Việc {viec} giờ thành nếp quen, ai mới chuyển về cũng được hàng xóm chỉ cho từ tuần đầu.",
    "So với lúc bắt đầu, thời gian bỏ ra giảm đi rõ rệt vì mọi người đã quen tay quen việc.",
    "Trong lần lấy ý kiến gần nhất, phần lớn người được hỏi muốn giữ cách làm này và mở thêm một nhóm nữa.",
    "Nhờ có sổ ghi đều, đến cuối năm {nam} cả tổ biết chính xác mình đã làm được gì và còn nợ gì.",
    "Không phải mọi thứ đều trôi chảy: có quý chỉ {so_khac} người tham gia vì trùng mùa vụ.",
)
LESSON = (
    "Bài học lớn nhất là làm thật ở một chỗ trước, rồi hãy nói đến chuyện nhân ra.",
    "Người đứng đầu phải làm cùng bà con ngay từ {luc} đầu tiên, không chỉ đến lúc chụp ảnh.",
    "Nếu {kho}, đừng vội thúc; hãy tìm xem vướng ở tiền, ở thời gian hay ở chỗ chưa tin.",
    "Công khai từng đồng là cách nhanh nhất để người ta tin, nhanh hơn mọi lời giải thích.",
    "Nên chọn người được xóm quý làm nòng cốt, có chức hay không chưa phải là điều quan trọng.",
    "Việc gì giao cho tất cả thì dễ thành không của ai, vì thế mỗi việc cần một cái tên đi kèm.",
    "Nơi nào muốn làm theo nên bắt đầu vào lúc nông nhàn, khi {ai} còn thời gian ngồi lại với nhau.",
    "Đừng đặt mục tiêu quá cao trong năm đầu: {so_khac} nhà làm tốt có sức thuyết phục hơn {so} nhà ký tên.",
    "Phần {vat} nên nhờ nơi gần nhất, vừa rẻ vừa sửa được ngay khi hỏng.",
    "Khi có người góp ý gay gắt, tổ mời chính người ấy vào nhóm giám sát, và việc chạy tốt hơn hẳn.",
    "Ghi chép tưởng là việc phụ nhưng chính nó giúp người sau không phải làm lại từ đầu.",
    "Một năm nên dừng lại một lần để hỏi xem cách làm ấy còn hợp với {noi} nữa không.",
    "{don_vi} rút ra rằng lời cảm ơn đúng lúc giữ người ở lại lâu hơn mọi phần thưởng.",
    "Cần dành riêng một buổi ở {cho} để nghe người chưa làm, vì họ thấy điều người trong cuộc không thấy.",
)
STEPS = (
    "Đi hỏi từng nhà xem vướng ở đâu, ghi lại bằng lời của bà con",
    "Họp ở {cho}, chọn một việc nhỏ làm được ngay trong tháng",
    "Mời {so_khac} nhà làm trước, cử người ghi sổ",
    "Mua chung phần {vat}, hai người cùng giữ hóa đơn",
    "Làm vào {luc}, mỗi buổi không quá hai giờ",
    "Dán thu chi và kết quả ở {cho} mỗi tháng một lần",
    "Sau sáu tháng ngồi lại, bỏ điều không hợp, giữ điều làm được",
    "Mời thôn bên sang xem, kể cả chỗ đã hỏng",
)
SUMMARIES = (
    "Từ năm {nam}, {don_vi} vận động người dân {viec}.",
    "Ở {thon}, {ai} đã cùng nhau {viec}.",
    "{noi} tìm ra cách của mình: {ai} {viec}, thu chi dán công khai mỗi tháng.",
    "Bắt đầu từ {so_khac} nhà ở {thon}, nay nhiều nơi trong vùng đã {viec}.",
)
TITLES = (
    "{ten} ở {thon}",
    "{ten}: cách làm của {thon}",
    "Mô hình “{ten}” ở {thon}",
    "“{ten}” do {ai} cùng làm",
    "{ten}, việc chung của {ai} {thon}",
    "Dân vận khéo để {viec}",
)
WORDS = {
    "ai": (
        "các hộ", "hội viên", "đoàn viên", "các bà, các chị", "cựu chiến binh", "người cao tuổi", "các gia đình trẻ",
        "bà con trong xóm", "những nhà đi trước", "tổ viên", "phụ huynh", "thợ trong làng",
    ),
    "luc": (
        "sáng chủ nhật", "tối thứ sáu", "chiều thứ bảy", "sáng sớm", "tối ngày rằm", "sau giờ tan chợ", "lúc nông nhàn",
        "tối thứ tư", "trước phiên chợ", "đầu tháng",
    ),
    "cho": (
        "nhà văn hóa", "sân đình", "hội trường xã", "sân trường", "nhà trưởng thôn", "gốc đa đầu làng", "điểm bưu điện",
        "trạm y tế", "quán nước đầu ngõ", "trụ sở hợp tác xã",
    ),
    "kho": (
        "thiếu vốn", "ngại thay đổi", "chưa ai tin là làm được", "việc mùa quá bận", "không biết hỏi ai",
        "sợ làm rồi bị bỏ dở", "đất đai còn vướng ranh giới", "thiếu người đứng ra ghi chép", "giá cả lên xuống thất thường",
    ),
    "vat": (
        "cây giống", "xi măng và cát", "dụng cụ lao động", "bóng đèn, dây điện", "giấy bút, sổ sách", "máy móc",
        "thùng chứa, xe đẩy", "loa và điện thoại", "bàn ghế", "nước uống, cơm trưa",
    ),
}  # fmt: skip
