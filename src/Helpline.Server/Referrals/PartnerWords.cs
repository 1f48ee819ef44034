using Helpline.Contracts.Catalog;
using Helpline.Domain.Referrals;

namespace Helpline.Server.Referrals;

/// <summary>The words of the page that partners see.</summary>
internal static class PartnerWords
{
    public static readonly Words Product = new("Сенім телефоны", "Телефон доверия", "Helpline");
    public static readonly Words Title = new("Жолдама", "Направление", "Referral");
    public static readonly Words Language = new("Тіл", "Язык", "Language");
    public static readonly Words ServiceKind = new("Көмек түрі", "Вид помощи", "Kind of help");
    public static readonly Words Urgency = new("Шұғылдығы", "Срочность", "Urgency");
    public static readonly Words Area = new("Аумақ", "Где", "Area");
    public static readonly Words State = new("Қазіргі күйі", "Состояние", "State");
    public static readonly Words AnswerBy = new("Жауап беру мерзімі", "Ответить до", "Answer by");
    public static readonly Words VisitBy = new("Бару мерзімі", "Посетить до", "Visit by");
    public static readonly Words Visit = new("Бару уақыты", "Время визита", "Visit");
    public static readonly Words Responsible = new("Жауапты адам немесе топ", "Ответственный (человек или бригада)", "Person or team responsible");
    public static readonly Words Summary = new("Не керек", "Что нужно", "What is needed");
    public static readonly Words Reach = new("Адамның аты және телефоны", "Имя и телефон человека", "Name and telephone of the person");
    public static readonly Words NoReach = new("Аты мен телефоны берілмеген: адам бұған келісім бермеген. Жолдаманы жіберген маманға хабарласыңыз.", "Имя и телефон не переданы: человек не давал на это согласия. Свяжитесь с тем, кто прислал направление.", "Name and telephone were not passed on: the person has not agreed to it. Ask whoever sent you the referral.");
    public static readonly Words Reason = new("Себебі", "Причина", "Reason");
    public static readonly Words Remark = new("Түсініктеме (міндетті емес)", "Пояснение (необязательно)", "Remark (not required)");
    public static readonly Words From = new("Басталуы", "Начало", "From");
    public static readonly Words Until = new("Аяқталуы (міндетті емес)", "Окончание (необязательно)", "Until (not required)");
    public static readonly Words Outcome = new("Нәтижесі", "Результат", "Outcome");
    public static readonly Words Services = new("Көрсетілген қызметтер", "Оказанные услуги", "Services given");
    public static readonly Words NotChosen = new("Таңдаңыз", "Выберите", "Choose");
    public static readonly Words Wrong = new("Бұл өрісті түзетіңіз.", "Исправьте это поле.", "Please mend this field.");
    public static readonly Words WrongTime = new("Алдағы уақытты көрсетіңіз.", "Укажите время в будущем.", "Give a time to come.");
    public static readonly Words Thanks = new("Рақмет, жауабыңыз жіберілді.", "Спасибо, ваш ответ отправлен.", "Thank you, your answer has been sent.");
    public static readonly Words Changed = new("Жолдама осы арада өзгерді. Қазіргі күйі төменде.", "Направление тем временем изменилось. Ниже его нынешнее состояние.", "The referral has changed meanwhile. Below is how it stands now.");
    public static readonly Words TakenBy = new("Жолдаманы қабылдап қойған:", "Направление уже принял(а):", "The referral has been accepted already by:");
    public static readonly Words OpenAgain = new("Беттің мерзімі өтті. Сілтемені қайта ашып, жауабыңызды тағы бір рет жіберіңіз.", "Страница устарела. Откройте ссылку заново и отправьте ответ ещё раз.", "This page is out of date. Open the link again and send your answer once more.");
    public static readonly Words SendAgain = new("Бет тым ұзақ ашық тұрды. Жауабыңызды тексеріп, тағы бір рет жіберіңіз.", "Страница была открыта слишком долго. Проверьте ответ и отправьте его ещё раз.", "The page stood open too long. Check your answer and send it once more.");
    public static readonly Words YouWrote = new("Сіз жазған сөздер", "Что вы написали", "What you wrote");
    public static readonly Words TooMany = new("Сұрау тым көп. Бір минуттан кейін қайталаңыз.", "Слишком много запросов. Повторите через минуту.", "Too many requests. Try again in a minute.");
    public static readonly Words AskSender = new("Сұрағыңыз болса, сілтемені жіберген маманға хабарласыңыз.", "Если есть вопросы, свяжитесь с тем, кто прислал вам ссылку.", "If you have questions, ask whoever sent you the link.");

    public static Words Of(LinkStanding standing) => standing switch
    {
        LinkStanding.Expired => new("Сілтеменің мерзімі өтіп кеткен.", "Срок действия ссылки истёк.", "This link has expired."),
        LinkStanding.Revoked => new("Сілтеме кері қайтарып алынған.", "Ссылка отозвана.", "This link has been revoked."),
        LinkStanding.Answered => new("Бұл сілтеме бойынша енді істейтін ештеңе жоқ: жолдама аяқталған.", "По этой ссылке больше ничего делать не нужно: направление завершено.", "There is nothing more to do here: the referral is over."),
        LinkStanding.Good or LinkStanding.Unknown => new("Мұндай сілтеме жоқ.", "Такой ссылки нет.", "There is no such link."),
    };

    public static Words Of(ReferralState state) => state switch
    {
        ReferralState.Sent or ReferralState.Received => new("Жауабыңызды күтуде", "Ждёт вашего ответа", "Waiting for your answer"),
        ReferralState.Accepted => new("Қабылданды", "Принято", "Accepted"),
        ReferralState.Scheduled => new("Бару жоспарланды", "Визит назначен", "Visit planned"),
        ReferralState.InProgress => new("Жұмыс жүріп жатыр", "В работе", "In progress"),
        ReferralState.OnHold => new("Кейінге қалдырылды", "Приостановлено", "On hold"),
        _ => new("Аяқталды", "Завершено", "Over"),
    };

    /// <summary>What a button does.</summary>
    public static Words Of(ReferralEvent what) => what switch
    {
        ReferralEvent.Received => new("Алғанымызды растау", "Подтвердить получение", "Confirm receipt"),
        ReferralEvent.Accepted => new("Қабылдау", "Принять", "Accept"),
        ReferralEvent.Rejected => new("Бас тарту", "Отклонить", "Reject"),
        ReferralEvent.Scheduled => new("Бару уақытын белгілеу", "Назначить визит", "Plan the visit"),
        ReferralEvent.Rescheduled => new("Бару уақытын өзгерту", "Перенести визит", "Move the visit"),
        ReferralEvent.Started => new("Жұмыс басталды", "Работа начата", "Work has begun"),
        ReferralEvent.Resumed => new("Жұмысты жалғастыру", "Возобновить", "Go on"),
        ReferralEvent.Completed => new("Нәтижесін хабарлау", "Сообщить результат", "Report the result"),
        ReferralEvent.NotCompleted => new("Орындалмады", "Не выполнено", "Not completed"),
        _ => new("Жіберу", "Отправить", "Send"),
    };

    public static string In(this Words words, string language) => language switch { "ru" => words.Ru, "en" => words.En, _ => words.Kk };
}
