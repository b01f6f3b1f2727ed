//! Invented articles in Chinese, sentence by sentence: each shows one habit of journalists.

use crate::codebook::Codebook;
use crate::import::article::{Article, read as read_article};

/// The carried codebook, with the invented people of these articles.
fn codebook() -> Codebook {
    const PEOPLE: &str = r#"
        extends = "default"
        [[side]]
        id = "us"
        [[side.person]]
        names = ["艾伦·布罗克", "布罗克"]
        office = { en = "Secretary of State", zh = "国务卿" }
        gender = "m"
        [[side.person]]
        names = ["简·霍尔特", "霍尔特"]
        office = { en = "Secretary of the Treasury", zh = "财政部长" }
        gender = "f"
        [[side]]
        id = "cn"
        [[side.person]]
        names = ["沈博"]
        office = { en = "Foreign Minister", zh = "外交部长" }
        gender = "m"
        [[side.person]]
        names = ["高文和"]
        office = { en = "President", zh = "国家主席" }
    "#;
    Codebook::parse("people.toml", PEOPLE).expect("a good codebook")
}

fn article(text: &str) -> Article {
    read_article(text, &codebook())
}

/// Reads an article of which each quotation is expected as 'side kind speaker'.
fn expect(text: &str, wanted: &[&str]) {
    let quotes = article(text).quotes;
    let found: Vec<String> = quotes.iter().map(|q| format!("{} {} {}", q.side, q.kind.as_str(), q.speaker)).collect();
    assert_eq!(found, wanted, "{text}");
}

#[test]
fn the_verb_may_stand_before_between_and_behind() {
    expect("布罗克对记者说：“船很旧。”", &["us remarks 布罗克"]);
    expect("“船很旧，”布罗克对记者说，“都要换。”", &["us remarks 布罗克", "us remarks 布罗克"]);
    expect("“船都很旧了。”布罗克会后告诉记者。", &["us remarks 布罗克"]);
    expect("布罗克在记者会上把船队形容为“海上的一堆废铁”。", &["us remarks 布罗克"]);
    expect("布罗克在受访时被问到船队，他的回答是：“都要换。”", &["us remarks 布罗克"]);
}

#[test]
fn accounts_have_the_words_of_their_side_and_of_the_other() {
    expect("中国外交部的通稿说，沈博指出船队“来得太多”。", &["cn readout 沈博"]);
    expect("据新华社报道，高文和强调，海域“足够宽广”。", &["cn readout 高文和"]);
    expect("美国国务院的声明说，布罗克强调航道“必须开放”。", &["us readout 美国国务院"]);
    let read = article("中方通稿称，布罗克承诺美方“不再派船前来”。通稿还引述他说，船队“已经调头”。");
    for quote in &read.quotes {
        assert_eq!((quote.side.as_str(), quote.kind.as_str(), quote.speaker.as_str()), ("cn", "readout", "布罗克"));
        assert_eq!((quote.through.as_deref(), quote.subject.as_deref()), (Some("中方"), Some("布罗克")));
    }
    assert_eq!(read.quotes.len(), 2);
    expect("两国在联合声明中说，双方“认识到航道的重要性”。", &["both readout 联合声明"]);
    expect("白宫公布的事实清单显示，中国将“购买三百条渔船”。", &["us fact-sheet 白宫"]);
}

#[test]
fn officials_without_a_name_are_told_apart() {
    expect(
        "一名不愿具名的美国高级官员说，会谈“拖得太久”。该官员说：“什么也没有变。”另一名官员则形容气氛“还算平静”。",
        &["us background 美国高级官员", "us background 美国高级官员", "us background 官员"],
    );
    let read = article("一名美国官员告诉媒体，沈博曾表示船队“只是路过”。");
    assert_eq!((read.quotes[0].side.as_str(), read.quotes[0].speaker.as_str()), ("us", "沈博"));
    assert_eq!(read.quotes[0].through.as_deref(), Some("美国官员"));
    expect("一名知情人士透露，晚宴“没有人动筷子”。", &["none background 知情人士"]);
}

#[test]
fn people_are_learned_from_their_offices() {
    let text = "中国外交部发言人白琳周四在例行记者会上说，船队“没有越界”。白琳还说，对方“看错了海图”。";
    let read = article(text);
    assert_eq!(read.quotes[1].speaker, "白琳");
    assert_eq!(read.quotes[1].office.as_deref(), Some("中国外交部发言人"));
    expect("湖城大学国际关系教授贺远山认为，双方“各取所需”。", &["none remarks 贺远山"]);
    expect("美国参议员汤姆·阿克赖特批评说，这是“一张空头支票”。", &["us remarks 汤姆·阿克赖特"]);
    expect("（中央社台北2日电）總統葛文生受訪表示，海域「不是籌碼」。", &["tw remarks 葛文生"]);
    expect("北境人权项目执行主任卡里说，声明“远远不够”。", &["none remarks 卡里"]);
    expect("日本官房长官高田修一表示，东京“乐见对话”。", &["jp remarks 高田修一"]);
}

#[test]
fn pronouns_and_offices_mean_whoever_was_named() {
    expect("霍尔特会见沈博。她对记者说，谈得“很直接”。", &["us remarks 霍尔特"]);
    expect("布罗克离开了湖城。这位国务卿在机场对记者说：“该走了。”", &["us remarks 布罗克"]);
    expect("高文和会见布罗克。后者会后在记者会上说，谈话“没有冷场”。", &["us remarks 布罗克"]);
}

#[test]
fn a_source_goes_on_over_sentences_and_paragraphs() {
    expect(
        "布罗克在记者会上发言。“我们谈了一个小时。\n\n“以后还要再谈。”",
        &["us remarks 布罗克", "us remarks 布罗克"],
    );
    expect("沈博在论坛上说：\n\n“海那么宽。”", &["cn remarks 沈博"]);
    expect(
        "中国国防部新闻稿说，沈博指船队是“第一条红线”，“不能再近”。他要求美方“把船开走”。",
        &["cn readout 沈博", "cn readout 沈博", "cn readout 沈博"],
    );
}

#[test]
fn a_headline_has_the_source_of_the_words_below_it() {
    expect(
        "湖城会谈：船队“来得太多太快”\n\n布罗克会见沈博。中国外交部通稿说，沈博指出船队“来得太多太快”。",
        &["cn readout 沈博", "cn readout 沈博"],
    );
}

#[test]
fn what_nobody_says_is_no_quotation() {
    expect("北京把航道列入所谓的“九线图”。“大桥”计划穿过湖城。电影《海》里有一句台词“别回头”。", &[]);
    expect("布罗克说，他不谈“一带一路”，也不谈“湖城愿景”倡议。", &[]);
    expect("法新社评论说，这是在“走钢丝”。", &[]);
}

#[test]
fn what_somebody_is_asked_about_says_nothing() {
    expect("布罗克举行记者会。被问到是否信任沈博时，他表示：“信任，但要数船。”", &["us remarks 布罗克"]);
    expect("布罗克在被问及联合声明何时发布时回应道：“等船靠岸。”", &["us remarks 布罗克"]);
    expect("中国商务部新闻发言人周一就联合声明发表谈话称，“这是第一步”。", &["cn remarks 中国商务部新闻发言人"]);
    expect("谈到下一任总统时，布罗克拒绝猜测：“我不是算命的。”", &["us remarks 布罗克"]);
}

#[test]
fn those_of_no_party_judge_what_the_parties_say() {
    expect(
        "湖城大学教授贺远山分析，会谈“声势大于收获”，沈博说没有计划并不代表什么，“要看的是后一句”。",
        &["none remarks 贺远山", "none remarks 贺远山"],
    );
    expect("湖城大学教授贺远山认为，华盛顿想要热线，而北京认为三份文件才是“真正的栏杆”。", &["none remarks 贺远山"]);
    expect("贺远山教授表示，双方对“热线”的理解不同，短期内难望“复航”。", &[]);
}

#[test]
fn words_before_the_press_are_remarks() {
    expect("会谈结束后，沈博向中国媒体形容会谈“是坦率的、有用的”。", &["cn remarks 沈博"]);
    expect("“很高兴见到你，”布罗克握手时对沈博说。", &["us remarks 布罗克"]);
    expect("会晤开始前几分钟，布罗克宣布：“船队明天出海。”", &["us remarks 布罗克"]);
    expect("沈博对来访的美国国务卿布罗克说，船队“来得太多”。", &["cn readout 沈博"]);
}

#[test]
fn an_account_runs_on_until_another_source_is_named() {
    expect(
        "据新华社消息，高文和同布罗克举行会谈。\n\n高文和指出，“海域足够宽”。\n\n布罗克表示：“很荣幸见面。”\n\n布罗克在社交媒体上发帖：“谈成了！”",
        &["cn readout 高文和", "cn readout 布罗克", "us remarks 布罗克"],
    );
    expect("中国国防部发表的新闻稿措辞强硬。沈博要求美方“把船开走”。", &["cn readout 沈博"]);
    expect(
        "白宫的新闻稿没有这段话，只称会谈“坦率”，双方讨论了“航道、渔获与灯塔”。",
        &["us readout 白宫", "us readout 白宫"],
    );
    expect("白宫声明说，布罗克重申，“我们反对封港”，他并呼吁中国“保持克制”。", &["us readout 白宫", "us readout 白宫"]);
    expect("双方同意恢复通航。布罗克形容，这是“最有用的一次谈话”。", &["us remarks 布罗克"]);
}

#[test]
fn lists_of_measures_are_known_by_their_names() {
    expect("白宫同日发布的说明文件称，这是“历史性的丰收”。", &["us fact-sheet 白宫"]);
    // Its words are its own, whatever it has the other side do.
    expect("白宫就通航令发布的事实清单则写道，这是“历史性的丰收”。", &["us fact-sheet 白宫"]);
    expect("白宫公布的“事实清单”列明，中方承诺“停止拦截三百条渔船”。", &["us fact-sheet 白宫"]);
}

#[test]
fn officials_of_a_ministry_and_spokespersons_of_somebody() {
    expect("中国外交部北美司一名负责人向媒体表示，中方将“表明严正立场”。", &["cn background 负责人"]);
    expect("德国外交部一名女发言人在柏林表示，柏林欢迎会谈，“这对大家都好”。", &["de remarks 德国外交部一名女发言人"]);
    expect("布罗克的发言人在声明中指出，会谈“没有破裂”。", &["us readout 布罗克的发言人"]);
    expect("霍尔特办公室发布的通报称，会谈“还在继续”。", &["us readout 霍尔特办公室"]);
    expect("一名不愿具名的欧洲外交官说，两国“终于用同一本字典了”。", &["none background 欧洲外交官"]);
    expect("前美国驻华大使布罗克在播客中说，对手“手里的牌变多了”。", &["none remarks 布罗克"]);
    expect("一名随行的美国官员向媒体表示，会谈“没有翻桌子”。", &["us background 美国官员"]);
}

#[test]
fn the_public_is_heard_where_it_is_quoted_at_length() {
    expect("有网友留言：“谈得拢最好，谈不拢也不怕。”", &["none remarks 网友"]);
    expect("路透湖城4月25日 - 布罗克周五对记者说，船队“已经调头”。", &["us remarks 布罗克"]);
}

#[test]
fn few_words_are_said_where_they_are_what_is_done() {
    expect("布罗克写道，中国已同意“大量购买”美国大豆。", &["us remarks 布罗克"]);
    expect("布罗克对记者表示，美方对湖城的“挑衅行为”有关切。", &["us remarks 布罗克"]);
    expect("布罗克对记者透露，沈博“亲口答应”不再派船。", &["us remarks 布罗克"]);
    expect("沈博用英语喊了一声“Stop”，随即离席。", &["cn remarks 沈博"]);
    expect("布罗克对记者说，对方的“挑衅性”航行太多。", &["us remarks 布罗克"]);
    expect("沈博说，北京所讲的“灯塔精神”与华府不同。", &[]);
}

#[test]
fn a_call_to_come_makes_no_article_of_a_call() {
    expect(
        "布罗克访华：沈博会见 两军通话在望\n\n“很少有这样的机会，”布罗克在会面开始时说。\n\n沈博回应说：“你提出见面，我们重视。”",
        &["us remarks 布罗克", "cn remarks 沈博"],
    );
}

#[test]
fn traditional_characters_are_read_as_they_stand() {
    let read = article("美國國務卿布羅克對記者說：「船很『舊』。」");
    assert_eq!((read.quotes[0].text.as_str(), read.quotes[0].speaker.as_str()), ("船很『舊』。", "布羅克"));
    assert_eq!(read.principals["us"], ["布羅克"]);
    // A name of the Taiwan press for somebody whom the codebook knows by another.
    expect("川普在空軍一號上對記者說：「很好。」", &["us remarks 川普"]);
}

#[test]
fn positions_without_marks_are_the_journalists_words() {
    let read = article("白宫说，两国领导人将在春天见面。湖城大学教授贺远山说，那太晚了。");
    let reported: Vec<_> = read.reported.iter().map(|r| (r.side.as_str(), r.speaker.as_str())).collect();
    assert_eq!(reported, [("us", "白宫")]);
    assert_eq!(read.reported[0].text, "白宫说，两国领导人将在春天见面。");
}

#[test]
fn the_heading_has_title_authors_and_outlet() {
    let heading = |text: &str| article(text).heading;
    let found = heading("湖城会谈收官\n\n（中央社记者汪品言华盛顿28日专电）会谈结束了。");
    assert_eq!(found.title.as_deref(), Some("湖城会谈收官"));
    assert_eq!((found.authors, found.outlet.as_deref()), (vec!["汪品言".to_owned()], Some("中央社")));
    let found = heading("会谈收官\n\n新华社北京6月19日电（记者钱越、苏蔓）会谈结束了。");
    assert_eq!((found.authors, found.outlet.as_deref()), (vec!["钱越".to_owned(), "苏蔓".to_owned()], Some("新华社")));
    let found = heading("会谈收官\n\n美国之音 沈岚\n\n会谈结束了。");
    assert_eq!((found.authors, found.outlet.as_deref()), (vec!["沈岚".to_owned()], Some("美国之音")));
    assert_eq!(heading("布罗克说：“船很旧。”").title, None);
}

proptest::proptest! {
    /// Whatever stands in an article, reading it ends, and every quotation is in it, behind the one before.
    #[test]
    fn any_text_is_read(text in "([“”「」『』\"，。：；、！（）《》· \n]|说|表示|引述|通稿|声明|布罗克|沈博|他|该官员|一名|官员|中方|据|国务卿|發言人|的|被|[\u{4e00}-\u{4e80}]|𠀀|[a-z]{1,3}){0,60}") {
        let article = super::read(&text, &codebook());
        let mut at = 0;
        for quote in &article.quotes {
            proptest::prop_assert_eq!(quote.span.slice(&text), &quote.text);
            proptest::prop_assert!(quote.span.start >= at && !quote.speaker.is_empty());
            at = quote.span.end;
        }
        for position in &article.reported {
            proptest::prop_assert_eq!(position.span.slice(&text), &position.text);
        }
    }
}

#[test]
fn the_other_party_answers_in_the_same_sentence() {
    expect("布罗克对记者说，“航道没有改变”，中方回应说，“立场一贯”。", &["us remarks 布罗克", "cn remarks 中方"]);
    expect("沈博对记者说“立场一贯”，白宫说“航道没有改变”。", &["cn remarks 沈博", "us remarks 白宫"]);
}

#[test]
fn whoever_is_of_no_nation_that_is_told_is_of_no_side() {
    expect("财长陈明辉在港口对记者说：“我们欢迎他们来。”", &["none remarks 陈明辉"]);
    expect("布罗克在记者会上说：“船很旧。”发言人补充说：“都要换掉。”", &["us remarks 布罗克", "none remarks 发言人"]);
}

#[test]
fn what_is_said_before_the_press_is_remarks_till_an_account_is_told_of() {
    expect(
        "布罗克与沈博会谈。\n会谈开始前，两人在镜头前握手。布罗克对沈博说，两国“要管住风浪”。沈博则说，“我们要把好舵”。",
        &["us remarks 布罗克", "cn remarks 沈博"],
    );
    expect("沈博在湖城会见布罗克。沈博说，两国“应该做伙伴而不是当对手”。", &["cn readout 沈博"]);
}

#[test]
fn things_of_others_are_not_their_words() {
    expect(
        "沈博对记者说，“要把好舵”。他引用中国的古训说，“以史为鉴，可以知未来”。",
        &["cn remarks 沈博", "cn remarks 沈博"],
    );
    expect("外交部发言人陆安平在记者会上说，希望美方把布罗克的承诺“真正落到实处”。", &["cn remarks 陆安平"]);
    expect("坐在他对面的沈博说，对于这样的两个大国来说，“互不来往是不行的”。", &["cn remarks 沈博"]);
}

#[test]
fn an_account_has_its_own_people_feel_something() {
    expect("中方的新闻稿只称沈博对当前局势“高度关切海上情况”。", &["cn readout 沈博"]);
    expect("中方的新闻稿称，沈博也提到，上月的会谈“校准了航向”。", &["cn readout 沈博"]);
}

#[test]
fn talk_of_two_and_aims_of_ones_own_are_told_by_whoever_speaks() {
    expect(
        "一名不愿透露姓名的美国国防官员对记者说，布罗克与沈博的谈话“坚定而又专业”。",
        &["us background 美国国防官员"],
    );
    let read = article("会见开始时，布罗克当着记者的面回应称，霍尔特致力于管好关系，以确保竞争“不会变成冲突”。");
    assert_eq!(read.quotes[0].speaker, "布罗克");
}

#[test]
fn whose_a_list_or_an_official_text_is() {
    expect("白宫同日发布题为《布罗克取得对华胜利》的事实清单，形容协议“前所未有地好”。", &["us fact-sheet 白宫"]);
    expect(
        "白宫公布的事实清单说，渔船“全部都要买”。中国商务部没有回应。官方新闻稿显示，沈博强调，两国“合则两利”。",
        &["us fact-sheet 白宫", "cn readout 沈博"],
    );
}

#[test]
fn reports_meetings_and_answers_show_where_words_are_from() {
    expect("新华社报道，高文和指出，“海域足够宽广”。", &["cn readout 高文和"]);
    expect("美国国务卿布罗克下午在湖城获高文和接见。高文和对他说，船“来得太多”。", &["cn readout 高文和"]);
    expect("在镜头前，布罗克说船“很旧”。沈博则说，船“都要换”。", &["us remarks 布罗克", "cn remarks 沈博"]);
    expect("参加对话的中方官员说，这“不符合礼仪”。", &["cn background 中方官员"]);
    expect("沈博当面怼美方：“谁也不怕！”", &["cn remarks 沈博"]);
}

#[test]
fn a_ministry_named_again_is_the_one_named_last() {
    let before = "中国外交部没有回应。日本外务省说，正在“密切关注”。";
    expect(
        &format!("{before}该省发言人田边诚二称，会谈是“好的一步”。"),
        &["jp remarks 日本外务省", "jp remarks 田边诚二"],
    );
    expect(&format!("{before}该省还说，船“很旧”。"), &["jp remarks 日本外务省", "jp remarks 日本外务省"]);
    expect("日本外务省发言人表示，会谈是“好的一步”。", &["jp remarks 日本外务省发言人"]);
    expect("韩国外交部表示“欢迎”。该部发言人李再焕称，这是“好事”。", &["kr remarks 韩国外交部", "kr remarks 李再焕"]);
    expect(
        "民主党参议员柯林批评声明“令人不安”。共和党人威特则说：“简短不是软弱。”",
        &["us remarks 柯林", "us remarks 威特"],
    );
}

#[test]
fn few_words_that_tell_what_is_done_are_said() {
    expect("布罗克在记者会上说，他“绝对相信”双方之间“不必再争一次”。", &["us remarks 布罗克", "us remarks 布罗克"]);
    expect("白宫公布的事实清单列得更细：中国将“有效取消”现行的渔业管制。", &["us fact-sheet 白宫"]);
    expect("白宫公布的情况说明书称，中方将“暂停”10月9日公布的渔业管制。", &["us fact-sheet 白宫"]);
    expect("沈博对记者说，有人“别有用心”地挑拨，“也不会得逞”。", &["cn remarks 沈博", "cn remarks 沈博"]);
    expect("布罗克对记者说，他就湖城港口的“危险行动”表达关切。", &["us remarks 布罗克"]);
    expect("中国外交部的通稿说，沈博是“应美方请求”同布罗克见面的。", &["cn readout 中国外交部"]);
}

#[test]
fn proverbs_are_nobodys_unless_somebody_has_them() {
    expect("沈博昨天对记者表示，对话是“唯一正确的选择”。中国老话说，“听其言，观其行”。", &["cn remarks 沈博"]);
    expect("沈博在记者会上引用俗语：“好鱼不怕晚。”", &["cn remarks 沈博"]);
}

#[test]
fn this_diplomat_is_whoever_was_named_before() {
    expect(
        "布罗克在记者会上谈到航道。“船太多了，”这位美国首席外交官说，“我们会管。”",
        &["us remarks 布罗克", "us remarks 布罗克"],
    );
}

#[test]
fn a_spokesperson_without_an_institution_is_of_the_one_named_last() {
    expect("美国国务院的声明很短。发言人米兰德在这份声明中说，会谈“坦诚而有建设性”。", &["us readout 米兰德"]);
}

#[test]
fn a_text_that_was_named_has_the_other_one_speak() {
    let read =
        article("新华社的通稿说，高文和强调海域“足够宽广”。布罗克呢？在这份文本里，他重申美国“不寻求争夺航道”。");
    let quote = &read.quotes[1];
    assert_eq!((quote.side.as_str(), quote.speaker.as_str()), ("cn", "布罗克"));
    expect("新华社：沈博称双方应“多算大账”，不争小利。", &["cn readout 沈博"]);
}

#[test]
fn headlines_have_the_words_of_whoever_stands_before_their_colon() {
    expect("会谈开场即交锋 沈博：美国“没有资格居高临下”\n\n两国官员周四在湖城会谈。", &["cn remarks 沈博"]);
}

#[test]
fn a_negotiator_without_a_name_is_as_whoever_tells_of_him_has_it() {
    expect("布罗克对记者说，中方谈判代表提出了“非常激进的要求”。", &["us remarks 布罗克"]);
}

#[test]
fn names_end_before_a_day() {
    expect("白宫国安会战略沟通协调官科比特二日在简报会上透露，总统“讲得很清楚”。", &["us remarks 科比特"]);
}

#[test]
fn on_air_and_before_the_press_words_are_public() {
    expect("中国外交部发布新闻稿。布罗克6月1日在电视台的节目里声称，中方“正在扣留货物”。", &["us remarks 布罗克"]);
    expect("沈博与布罗克会谈五个小时。沈博在媒体前致词时说，负面因素“还在上升”。", &["cn remarks 沈博"]);
}

#[test]
fn officials_of_a_ministry_are_of_the_minister_who_is_named() {
    expect(
        "美国财政部长霍尔特结束访问。据一位随行的财政部高级官员说，会谈“几乎谈到了每个议题”。",
        &["us background 财政部高级官员"],
    );
}

#[test]
fn whole_sentences_at_the_end_of_a_clause_are_said() {
    expect("美国国务院一名资深官员对记者说，会中“没有人说教”。", &["us background 资深官员"]);
    expect("沈博说，两国携手可以“在世界上做成很多大事”。", &["cn remarks 沈博"]);
}

#[test]
fn words_are_of_whoever_the_sentence_tells_has_them() {
    expect(
        "中国外交部发表了通稿。在这份通稿中，沈博的措辞很硬：船“已经很旧了，也不够用”，中国“不会去买别人的船”。",
        &["cn readout 沈博", "cn readout 沈博"],
    );
    expect("沈博开列了他所说的“四条航线”，称这些“是海上的路”。", &["cn remarks 沈博", "cn remarks 沈博"]);
    expect("按照中方的说法，布罗克表示美国恪守高文和主席的承诺，“不寻求改变海上的路”。", &["cn readout 布罗克"]);
    expect("沈博要求对方停止炒作“中国威胁论”。", &["cn remarks 沈博"]);
    expect("有人谈到“中国威胁论”。", &[]);
    expect("针对船只被列入“实体清单”，沈博说船“很旧很旧”。", &["cn remarks 沈博"]);
}

#[test]
fn an_account_held_against_another_is_not_the_one_that_goes_on() {
    expect(
        "美国财政部发表声明。声明称，船“很旧很旧”。与中方消息稿相同的是，声明亦称双方同意“保持沟通”。",
        &["us readout 美国财政部", "us readout 美国财政部"],
    );
    expect("美国国务院发表声明。至于船队，声明称之为“双方利益交会之处”。", &["us readout 美国国务院"]);
    expect(
        "据新华社消息，沈博与布罗克举行视频通话。双方围绕船队“深入交换意见”，“均认识到船的重要性”。",
        &["cn readout 新华社", "cn readout 新华社"],
    );
}

#[test]
fn officials_explain_and_tell_others_what_to_expect() {
    expect("湖城社援引一名匿名美国官员的话披露，美方一度威胁“让船停航”。", &["us background 美国官员"]);
    expect("一名美国官员向随行媒体说明，会中“没有人说教”。", &["us background 美国官员"]);
    expect("一名美国官员对记者说，外界不应期待成果，会晤是为了“澄清误解，避免冲突”。", &["us background 美国官员"]);
    expect("布罗克对湖城电视网（LTV）表示，船“已经很旧了”。", &["us remarks 布罗克"]);
}

#[test]
fn names_behind_several_offices() {
    expect("联邦参议员、渔业委员会首席共和党成员里施(Jim Rish)写道：“又一条旧船。”", &["us remarks 里施"]);
    expect("白宫副新闻秘书让-皮埃尔说：“船旧了。”", &["us remarks 让-皮埃尔"]);
    expect("白宫发言人莎奇事后出面解释：“船旧了。”", &["us remarks 莎奇"]);
}

#[test]
fn an_account_called_by_a_noun_is_the_last_that_was_called_so() {
    expect(
        "中国外交部发布的会谈纪要提到船队。沈博对布罗克说，两国的联合公报“是海上的路”。纪要称，布罗克对风灾表示哀悼，并说美方“愿同中方保持沟通”。",
        &["cn readout 沈博", "cn readout 布罗克"],
    );
    expect(
        "中方新闻稿说，沈博指出船“很旧很旧”。美国国务院的声明说，双方讨论了“海上的路”。“船是中国的，不会是别人的，”新闻稿引述他说。",
        &["cn readout 沈博", "us readout 美国国务院", "cn readout 沈博"],
    );
    expect(
        "中国官媒新华社则报道，沈博在电话中要求美方“慎重处理船队”，布罗克回应说他“重视中方的关切”。",
        &["cn readout 沈博", "cn readout 布罗克"],
    );
    expect(
        "新华社发布会议消息。沈博指出，这是一次“重要的磋商”。他强调：\n\n“船的本质是互利共赢。”",
        &["cn readout 沈博", "cn readout 沈博"],
    );
}

#[test]
fn who_is_received_answers_before_the_same_press() {
    expect(
        "中国外交部发布通稿。沈博说，船“很旧很旧”。\n\n一天前，布罗克在码头迎接沈博时只讲了两句话。“很高兴你来，”他说，“坐吧。”\n\n客人的回应则长得多：“两国之间有分歧，也有共同的海。”沈博接着表示，两国“不仅要通航，而且要通话”。",
        &["cn readout 沈博", "us remarks 布罗克", "us remarks 布罗克", "cn remarks 沈博", "cn remarks 沈博"],
    );
}

#[test]
fn places_in_what_is_said_of_somebody_and_promises_that_are_kept_say_nothing() {
    expect("赶回华盛顿出席听证会的财政部长霍尔特在国会表示，这是“一条可靠的航道”。", &["us remarks 霍尔特"]);
    expect("提前前往湖城、途中经过北京的财政部长霍尔特表示，这是“一条可靠的航道”。", &["us remarks 霍尔特"]);
    expect(
        "布罗克在社交媒体上写道，中方将“提供三百条船”，美方则会兑现承诺，包括开放港口，“我一直很赞成”。他还以大写字母写下“好极了”。",
        &["us remarks 布罗克", "us remarks 布罗克", "us remarks 布罗克"],
    );
}

#[test]
fn what_an_official_says_goes_on_till_another_joins_in() {
    expect(
        "一名美国国务院官员告诉记者，沈博“又讲了一遍”。“没有人想在这时候翻旧账。”一名中国外交官也私下表示，气氛“比预期的好”。",
        &["us background 美国国务院官员", "us background 美国国务院官员", "cn background 中国外交官"],
    );
}

#[test]
fn a_space_parts_what_a_headline_tells_of_each() {
    expect("布罗克会见沈博 白宫称须管控竞争 中方称不能靠“自动驾驶”\n\n两人在湖城会面。", &["cn readout 中方"]);
}

#[test]
fn each_side_of_a_semicolon_has_its_own_source() {
    expect(
        "布罗克会后对记者说，他已就渔船“当面表达不满”；北京发布的通稿则显示，沈博批评华盛顿“小题大做”。",
        &["us remarks 布罗克", "cn readout 沈博"],
    );
    expect(
        "中国外交部的新闻稿说，双方“谈得深入”；白宫稍后发表的声明用词几乎相同，称会谈“深入而坦率”。",
        &["cn readout 中国外交部", "us readout 白宫"],
    );
    expect(
        "美国国务院表示，布罗克促请北京“停止拦船”；沈博则说，航道是“不可逾越的红线”。",
        &["us readout 美国国务院", "cn readout 沈博"],
    );
}

#[test]
fn while_two_meet_a_third_may_speak_elsewhere() {
    expect("就在两人会谈之际，霍尔特在山城说，护航是“完全合理的选项”。", &["us remarks 霍尔特"]);
    // A call that is only agreed on is none.
    expect(
        "（湖城讯）布罗克与沈博结束战略沟通。双方同意适时举行防长视频通话。\n\n霍尔特在山城说，护航是“完全合理的选项”。",
        &["us remarks 霍尔特"],
    );
}

#[test]
fn an_account_that_tells_of_both_in_quoted_words_goes_on() {
    expect(
        "据新华社报道，双方进行了“深入而坦诚的”磋商。\n\n沈博表示，对新税“表示严重关切”。\n\n会后，高文和向中外媒体介绍情况。“很有收获。”",
        &["cn readout 新华社", "cn readout 沈博", "cn remarks 高文和"],
    );
}

#[test]
fn what_somebody_makes_of_it_is_his_word() {
    expect("布罗克对此的说法则是，会谈“很艰难”。", &["us remarks 布罗克"]);
    expect(
        "据新华社报道，双方进行了“坦诚而深入的”会谈。布罗克对媒体的说法则是，分歧“还在那里”。",
        &["cn readout 新华社", "us remarks 布罗克"],
    );
}

#[test]
fn this_lawyer_is_whoever_was_just_there() {
    expect(
        "布罗克在X平台发文，称交谈“坦率”。这位做过大使的律师写道：“拿起电话总是好的。”",
        &["us remarks 布罗克", "us remarks 布罗克"],
    );
    expect("五角大廈發言人米蘭德發布新聞稿說，會談「有必要」。", &["us readout 米蘭德"]);
    expect("白宫则表示，霍尔特对中方的“冒险行动”感到强烈不满。", &["us readout 白宫"]);
}

#[test]
fn what_is_asked_is_nobodys_and_names_nobody() {
    expect("沈博上午受访，被问到是否担心港口成为“筹码”。他说：“港口要开放。”", &["cn remarks 沈博"]);
    expect("布罗克说会谈很好。被追问高文和会否在年内访问时，他回答“双方的意愿很强”。", &["us remarks 布罗克"]);
    expect(
        "白宫公布事实清单。在下午的例行发布会上，商务部新闻发言人白琳被问及清单内容是否属实，她仅表示“以文本为准”。",
        &["cn remarks 白琳"],
    );
    expect(
        "美国国务院发言人米兰德以电邮回复中央社询问时指出，美国的政策“并未改变”，美方“反对任何一方改变现状”。",
        &["us remarks 米兰德", "us remarks 米兰德"],
    );
}

#[test]
fn whoever_answers_a_statement_makes_none() {
    expect(
        "美国国务院发言人米兰德发表声明说，中方“鲁莽”。中国外交部发言人白琳在例行记者会上回应米兰德的声明时，指美国“不是当事国”。",
        &["us readout 米兰德", "cn remarks 白琳"],
    );
}

#[test]
fn an_embassy_is_of_the_state_that_has_sent_it() {
    expect("中国驻菲律宾大使馆发言人则称有关说法“与事实不符”。", &["cn remarks 中国驻菲律宾大使馆发言人"]);
    expect("中国驻菲律宾大使贺远山说，有关说法“与事实不符”。", &["cn remarks 贺远山"]);
    expect("美国前驻日本大使里德说，盟约“不会改变”。", &["none remarks 里德"]);
}

#[test]
fn a_minister_is_of_the_ministry_that_was_named_with_its_state() {
    expect("德国财政部的声明很短。财政部长里希特说，关税“没有道理”。", &["de remarks 里希特"]);
    expect("商务部国际贸易谈判副代表贺远山在吹风会上说，平衡“不能只由一方来做”。", &["cn remarks 贺远山"]);
}

#[test]
fn people_of_a_third_state_are_told_by_its_account() {
    expect(
        "日本外务省公布的概要写道，外相森川正臣对禁令“表达强烈遗憾”；对于职员，他要求“立即释放”。",
        &["jp readout 日本外务省", "jp readout 森川正臣"],
    );
    expect("日本外相森川正臣在酒店会见记者。森川又说：“大门一直敞开。”", &["jp remarks 森川正臣"]);
    expect("在东京，内阁官房长官森川健吾下午的记者会上措辞很硬。他形容禁令“毫无根据”。", &["jp remarks 森川健吾"]);
    expect("一名日本外务省干部对传媒透露，气氛“比想象中平静”。", &["jp background 日本外务省干部"]);
    // A cadre of no ministry is of no side.
    expect("一名村干部说，船“都走了”。", &["none background 村干部"]);
}

#[test]
fn what_the_own_state_does_the_teller_says() {
    expect("一名美国官员告诉记者，沈博确实提到港口，但美方“没有作出任何新的承诺”。", &["us background 美国官员"]);
    expect(
        "布罗克和霍尔特先后接受采访，前者称延期是“九十天的喘息”，后者则警告关税仍是“桌上的选项”。",
        &["us remarks 布罗克", "us remarks 霍尔特"],
    );
    expect(
        "欧盟官员表示，对成果“没有期望”。另一名欧洲国家外交官则更为悲观，他形容对手“以为时间在自己一边”。",
        &["eu background 欧盟官员", "none background 欧洲国家外交官"],
    );
    expect(
        "一份欧盟事实清单列举了具体数字：去年逆差“超过三千亿欧元”，十年间“增长了一倍”。",
        &["eu fact-sheet 欧盟", "eu fact-sheet 欧盟"],
    );
}
